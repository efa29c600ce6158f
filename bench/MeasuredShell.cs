using System.Diagnostics;
using PoolShell;

namespace CognitoPools.Bench;

/// <summary>The PowerShell that is measured. It is compiled ahead of time like the released one, so that the numbers do not
/// contain the compilation of PowerShell.</summary>
/// <param name="Assembly">Its assembly.</param>
/// <param name="Description">How it was compiled.</param>
internal sealed record MeasuredShell(string Assembly, string Description)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>Compiles PowerShell ahead of time. If the feed does not have the compiler, uses the shell from
    /// NuGet.</summary>
    /// <param name="say">Writes progress messages.</param>
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
                $"PowerShell {Pwsh.Version}, compiled ahead of time like the released one");
        }
        say($"PowerShell could not be compiled: {output.Result}{error.Result}");
        return new(
            Pwsh.Assembly,
            $"PowerShell {Pwsh.Version}, compiled when it runs, because the ahead-of-time compiler could not be restored "
                + "(it starts more slowly than the released one)");
    }

    /// <summary>The process that runs a command in this shell.</summary>
    /// <param name="command">The command.</param>
    public ProcessStartInfo StartInfo(string command) => Pwsh.StartInfo(["-NonInteractive", "-Command", command], Assembly);
}
