using System.ComponentModel;

namespace CognitoPools.Wire.Tests;

/// <summary>A program of somebody else, which may not be installed.</summary>
internal static class ExternalTool
{
    private static readonly Lazy<bool> AwsCli = new(() => Runs("aws", "--version"));
    private static readonly Lazy<string?> Python = new(() => new[]
    {
        "python3",
        "python",
    }.FirstOrDefault(name => Runs(name, "-c", "import boto3")));

    public static bool HasAwsCli => AwsCli.Value;

    /// <summary>The Python that has boto3; null when none has.</summary>
    public static string? PythonWithBoto3 => Python.Value;

    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        using var process = ChildProcess.Start(program, arguments, environment);
        return await ChildProcess.EndAsync(process);
    }

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = ChildProcess.Start(program, arguments);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
