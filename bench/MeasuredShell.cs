using System.Diagnostics;
using PoolShell;

namespace CognitoPools.Bench;

/// <summary>The PowerShell that is measured: compiled ahead of time as the released one is, so that the compiling of
/// its own code is not in the numbers.</summary>
/// <param name="Assembly">Its assembly.</param>
/// <param name="Description">How it was compiled.</param>
internal sealed record MeasuredShell(string Assembly, string Description)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>Compiles it. Where that cannot be, because the feed lacks the compiler, it is the shell as it comes
    /// from NuGet.</summary>
    /// <param name="say">Told what is done.</param>
    public static MeasuredShell Build(Action<string> say)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "CompiledShell");
        say("Compiling PowerShell ahead of time ...");
        string[] arguments =
        [
            "publish",
            Path.Combine(Folders.Root, "tools", "CompiledShell"),
            "--configuration",
            "Release",
            "--nologo",
            "--verbosity",
            "quiet",
            "--artifacts-path", Path.Combine(folder, "build"), "--output", Path.Combine(folder, "shell"),
            $"-p:ShellFolder={Path.GetDirectoryName(Pwsh.Assembly)}",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = publish.StandardError.ReadToEndAsync();
        var output = publish.StandardOutput.ReadToEndAsync();
        if (!publish.WaitForExit(Limit))
            publish.Kill(entireProcessTree: true);
        publish.WaitForExit();
        if (publish.ExitCode == 0)
        {
            return new(
                Path.Combine(folder, "shell", "pwsh.dll"),
                $"PowerShell {Pwsh.Version}, compiled ahead of time as the released one is");
        }
        say($"That failed: {output.Result}{error.Result}");
        return new(
            Pwsh.Assembly,
            $"PowerShell {Pwsh.Version}, compiled when it runs (the ahead-of-time compiler could not be restored): "
                + $"slower to start than the released one");
    }

    /// <summary>What starts a command in it.</summary>
    /// <param name="command">The text to run.</param>
    public ProcessStartInfo StartInfo(string command) => Pwsh.StartInfo(["-NonInteractive", "-Command", command], Assembly);
}
