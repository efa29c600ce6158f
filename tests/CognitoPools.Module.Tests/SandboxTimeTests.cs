using CognitoPools.TestShell;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Module.Tests;

/// <summary>A sandbox and its connection on a clock of the tests.</summary>
public sealed class SandboxTimeTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly HostedShell shell = new();

    public SandboxTimeTests()
    {
        shell.UseSandboxTime(time);
        shell.Invoke("Connect-PoolAccount -Sandbox");
    }

    public void Dispose() => shell.Dispose();

    [Fact]
    public void Dates_are_those_of_the_clock() => Assert.Equal(
        new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        ((DateTime)shell.Invoke("(Get-PoolSandbox).Time").Single().BaseObject).ToUniversalTime());

    [Theory]
    [InlineData("-Latency 0:0:25")]
    [InlineData("-Fault @{ Operation = 'ListIdentityPools'; Kind = 'Slow'; Delay = '0:0:25' }")]
    [InlineData("-Fault @{ Operation = 'ListIdentityPools'; Kind = 'Throttle'; Times = 5 }")]
    [InlineData("-Fault @{ Operation = 'ListIdentityPools'; Kind = 'Hang' }")]
    public async Task Every_wait_passes_with_the_clock(string setting)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var run = Task.Run(() => shell.Run($"Set-PoolSandbox {setting}; Get-CognitoIdentityPool; 'done'"));
        while (await Task.WhenAny(run, Task.Delay(10)) != run)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("done\n", await run);
        // By the machine's clock each of them takes 5 seconds at least, most of them 25.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public void Another_runspace_keeps_the_time_of_the_machine()
    {
        using var other = new HostedShell();
        var now = (DateTime)other.Invoke(
            "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; (Get-PoolSandbox).Time").Single().BaseObject;

        Assert.InRange(now - DateTime.Now, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
    }
}
