using System.Globalization;
using System.Text.RegularExpressions;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>Ctrl+C in the middle of a cleanup.</summary>
public partial class RemovalStopTests(InteractiveShell shell) : IClassFixture<InteractiveShell>
{
    private const int Identities = 12_000;

    [UnixTheory("signal that stands for Ctrl+C in one process")]
    [InlineData("", 1)]
    [InlineData("", 7)]
    [InlineData("", 40)]
    [InlineData("", 90)]
    [InlineData("Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'Hang'; AtCall = 5; Times = 3 };", 15)]
    [InlineData("Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'Throttle'; AtCall = 5; Times = 1000 };", 12)]
    [InlineData(
        "Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'ConnectionReset'; AtCall = 3; Times = 1000; "
            + "AfterApply = $true };",
        8)]
    public async Task Whatever_the_moment_the_sum_is_shown_and_right_and_a_second_run_finishes(string faults, int afterCalls)
    {
        Assert.Equal("", await shell.RunAsync(
            $"Import-Module CognitoPools; $account = Connect-PoolAccount -Sandbox; New-CognitoIdentityPool shop "
            + $"-GuestAccess -NoRole | Out-Null; "
            + $"Add-PoolSandboxIdentity shop -Count {Identities}; Set-PoolSandbox -Latency 0:0:0.003 -ClearCall; {faults}"));

        // The moment is a number of calls, told by the verbose text, so that it does not depend on the machine's speed.
        var cleanup = shell.RunAsync("Get-PoolIdentity shop | Remove-PoolIdentity -Force -Verbose; 'went on'");
        await shell.UntilAsync(text => CallLine().Count(text) >= afterCalls);
        shell.Interrupt();
        var shown = await cleanup;
        Assert.DoesNotContain("went on", shown, StringComparison.Ordinal);

        var sum = Sum().Match(shown);
        Assert.True(sum.Success, shown);
        var numbers = sum.Groups.Values.Skip(1)
            .Select(group => int.Parse(group.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))
            .ToArray();
        var (given, removed, failed, unknown, notSent) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        Assert.Equal(given, removed + failed + unknown + notSent);
        Assert.InRange(given, 1, Identities - 1);

        var left = int.Parse(
            await shell.RunAsync("Set-PoolSandbox -ClearFault -Latency 0:0:0; @(Get-PoolIdentity shop).Count"),
            CultureInfo.InvariantCulture);
        Assert.InRange(Identities - left, removed, removed + unknown);
        var second = await shell.RunAsync(
            "Get-PoolIdentity shop | Remove-PoolIdentity -Force -InformationVariable said -InformationAction Ignore; "
            + "\"$($said.MessageData.Given) $($said.MessageData.Removed) $(@(Get-PoolIdentity shop).Count)\"");
        Assert.Equal($"{left} {left} 0\n", second);
    }

    [GeneratedRegex("Calling .*DeleteIdentities")]
    private static partial Regex CallLine();

    [GeneratedRegex(
        @"WARNING: Stopped\. ([\d,]+) identities given: ([\d,]+) removed, ([\d,]+) failed, ([\d,]+) unknown, ([\d,]+) not sent")]
    private static partial Regex Sum();
}
