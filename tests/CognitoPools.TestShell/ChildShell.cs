using System.Diagnostics;
using PoolShell;

namespace CognitoPools.TestShell;

/// <summary>PowerShell in a process of its own, which can be killed and knows nothing of the AWS account of whoever
/// runs the tests.</summary>
public static class ChildShell
{
    /// <summary>Starts the shell.</summary>
    /// <param name="arguments">The arguments of pwsh.</param>
    /// <param name="environment">What is set in its environment.</param>
    public static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment) =>
        Start(Pwsh.StartInfo(arguments), environment);

    /// <summary>Starts a shell.</summary>
    /// <param name="start">What starts it.</param>
    /// <param name="environment">What is set in its environment.</param>
    public static Process Start(ProcessStartInfo start, params (string Name, string Value)[] environment)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        WithoutAccount.Of(start);
        // What is compared is the text.
        start.Environment["NO_COLOR"] = "1";
        // A short life does not earn back what profiling its code costs.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Starts a command where nobody answers questions.</summary>
    /// <param name="command">The text to run.</param>
    /// <param name="environment">What is set in its environment.</param>
    public static Process StartCommand(string command, params (string Name, string Value)[] environment) =>
        Start(["-NonInteractive", "-Command", command], environment);

    /// <summary>Runs a command where nobody answers questions.</summary>
    /// <param name="command">The text to run.</param>
    /// <param name="environment">What is set in its environment.</param>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string command, params (string Name, string Value)[] environment)
    {
        using var process = StartCommand(command, environment);
        return await EndAsync(process);
    }

    /// <summary>Waits for the end of a process and gives what it wrote.</summary>
    /// <param name="process">The process.</param>
    /// <param name="input">What it reads.</param>
    public static async Task<(int Code, string Output, string Error)> EndAsync(Process process, string input = "")
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
