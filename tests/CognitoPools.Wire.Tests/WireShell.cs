using CognitoPools.Emulator;
using PoolShell;

namespace CognitoPools.Wire.Tests;

/// <summary>PoolShell with the built module in reach.</summary>
internal sealed class WireShell : IDisposable
{
    private readonly StringWriter output = new();
    private readonly ShellSession session;

    public WireShell() => session = new ShellSession(new ShellHostUI(output, output), BuiltModules.Folders());

    /// <summary>A shell that is connected to the emulator.</summary>
    public WireShell(EmulatorProcess emulator)
        : this()
    {
        Assert.Equal("", Run($"{Connect(emulator)} | Out-Null"));
    }

    /// <summary>The commands that import the module and connect.</summary>
    public static string Connect(EmulatorProcess emulator, string? accessKey = null, string? secretKey = null, string region = "us-east-1") =>
        $"Import-Module CognitoPools; Connect-PoolAccount -AccessKey {accessKey ?? emulator.AccessKey} -SecretKey '{secretKey ?? emulator.SecretKey}' -EndpointUrl {emulator.Url} -Region {region}";

    /// <summary>Runs a command and gives what it showed, errors included.</summary>
    public string Run(string command)
    {
        output.GetStringBuilder().Clear();
        session.Run(new ShellOptions(null, command, []));
        return output.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Stops what runs, as Ctrl+C does.</summary>
    public bool Stop() => session.Stop();

    public void Dispose()
    {
        session.Dispose();
        output.Dispose();
    }
}
