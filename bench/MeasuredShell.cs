using System.Diagnostics;
using System.Runtime.InteropServices;
using PoolShell;

namespace CognitoPools.Bench;

/// <summary>The shell that is measured: PoolShell, compiled ahead of time as pwsh is, so that the engine's own compilation is not in the numbers.</summary>
/// <param name="Path">Its assembly.</param>
/// <param name="Description">How it was compiled.</param>
internal sealed record MeasuredShell(string Path, string Description)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Publishes it. Where that cannot be, because the feed lacks the compiler, it is the shell as it was built.</summary>
    /// <param name="say">Told what is done.</param>
    public static MeasuredShell Build(Action<string> say)
    {
        var folder = System.IO.Path.Combine(AppContext.BaseDirectory, "ReadyToRunShell");
        var root = System.IO.Path.GetDirectoryName(BuiltModules.Folders().First())!;
        say("Compiling PoolShell ahead of time ...");
        string[] arguments =
        [
            "publish", System.IO.Path.Combine(root, "tools", "PoolShell"), "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "--nologo", "--verbosity", "quiet",
            // Beside the repository's own output, which knows no runtime.
            "--artifacts-path", System.IO.Path.Combine(folder, "build"), "--output", folder, "-p:PublishReadyToRun=true", "-p:ShellOnly=true",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = publish.StandardError.ReadToEndAsync();
        var output = publish.StandardOutput.ReadToEndAsync();
        if (!publish.WaitForExit(Limit)) publish.Kill(entireProcessTree: true);
        publish.WaitForExit();
        if (publish.ExitCode == 0) return new(System.IO.Path.Combine(folder, "PoolShell.dll"), "PoolShell, compiled ahead of time (ReadyToRun) as pwsh is");
        say($"That failed: {output.Result}{error.Result}");
        return new(System.IO.Path.Combine(AppContext.BaseDirectory, "PoolShell.dll"), "PoolShell, compiled when it runs (the ahead-of-time compiler could not be restored): slower to start than pwsh");
    }
}
