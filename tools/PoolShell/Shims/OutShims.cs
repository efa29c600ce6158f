using System.Management.Automation;
using System.Text;

namespace PoolShell.Shims;

/// <summary>What the commands that turn objects into text have in common: the engine formats, and the host's text is taken instead of shown.</summary>
public abstract class TextShim : GatheringShim
{
    /// <summary>The width of a line.</summary>
    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int Width { get; set; } = 120;

    /// <summary>The objects as they would be shown.</summary>
    protected string Render()
    {
        if (Host.UI is not { } ui || ShellHostUI.Of(ui) is not { } shell) throw new PSInvalidOperationException("Only PoolShell's own host can turn objects into text.");
        // The engine leaves a console's last column free; a text has none.
        using var captured = shell.Capture(Width == int.MaxValue ? Width : Width + 1);
        using var formatting = PowerShell.Create(RunspaceMode.CurrentRunspace);
        formatting.AddCommand("Out-Default");
        formatting.Invoke(Items);
        return captured.Text;
    }
}

/// <summary>Out-String.</summary>
[Cmdlet(VerbsData.Out, "String")]
public sealed class OutStringShim : TextShim
{
    /// <summary>Writes each line as a string of its own.</summary>
    [Parameter]
    public SwitchParameter Stream { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var text = Render();
        if (!Stream)
        {
            WriteObject(text);
            return;
        }
        foreach (var line in text.TrimEnd('\r', '\n').Split('\n')) WriteObject(line.TrimEnd('\r'));
    }
}

/// <summary>Out-File, which the engine also calls for redirections with &gt;.</summary>
[Cmdlet(VerbsData.Out, "File")]
public sealed class OutFileShim : TextShim
{
    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0), Alias("Path", "LiteralPath")]
    public string FilePath { get; set; } = "";

    /// <summary>Adds to the file.</summary>
    [Parameter]
    public SwitchParameter Append { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = GetUnresolvedProviderPathFromPSPath(FilePath);
        if (Append) File.AppendAllText(path, Render(), new UTF8Encoding(false));
        else File.WriteAllText(path, Render(), new UTF8Encoding(false));
    }
}
