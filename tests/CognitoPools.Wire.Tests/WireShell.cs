using CognitoPools.Emulator;
using CognitoPools.TestShell;

namespace CognitoPools.Wire.Tests;

/// <summary>A shell in this process, with the module in reach of the emulator.</summary>
internal sealed class WireShell : IDisposable
{
    private readonly HostedShell shell = new();

    /// <summary>A shell that is not connected.</summary>
    public WireShell()
    {
    }

    /// <summary>A shell that is connected to the emulator.</summary>
    public WireShell(EmulatorProcess emulator) => Assert.Equal("", Run($"{Connect(emulator)} | Out-Null"));

    /// <summary>The commands that import the module and connect.</summary>
    public static string Connect(
        EmulatorProcess emulator, string? accessKey = null, string? secretKey = null, string region = "us-east-1") =>
        $"Import-Module CognitoPools; Connect-PoolAccount -AccessKey {accessKey ?? emulator.AccessKey} -SecretKey "
            + $"'{secretKey ?? emulator.SecretKey}' -EndpointUrl {emulator.Url} -Region {region}";

    /// <summary>Runs a command and gives what it showed, errors included.</summary>
    public string Run(string command) => shell.Run(command);

    /// <summary>Stops what runs, as Ctrl+C does.</summary>
    public void Stop() => shell.Stop();

    public void Dispose() => shell.Dispose();
}
