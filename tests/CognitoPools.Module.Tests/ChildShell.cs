using System.Diagnostics;

namespace CognitoPools.Module.Tests;

/// <summary>PoolShell in a process of its own, for what a process reads once when it starts.</summary>
internal static class ChildShell
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(string command, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PoolShell.dll"), "-Command", command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
