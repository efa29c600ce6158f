using System.Diagnostics;

namespace CognitoPools.Wire.Tests;

/// <summary>PoolShell in a process of its own, which can be killed.</summary>
internal static class ChildShell
{
    public static Process Start(string command, params (string Name, string Value)[] environment) =>
        ChildProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "PoolShell.dll"), "-Command", command], environment);

    public static async Task<(int Code, string Output, string Error)> RunAsync(string command, params (string Name, string Value)[] environment)
    {
        using var process = Start(command, environment);
        return await ChildProcess.EndAsync(process);
    }
}
