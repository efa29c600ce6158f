using System.Globalization;
using System.Text.RegularExpressions;
using PoolShell;

namespace CognitoPools.Module.Tests;

/// <summary>Ctrl+C in the middle of a cleanup.</summary>
[Collection(nameof(Shell))]
public partial class RemovalStopTests
{
    private const int Identities = 12_000;

    [Theory]
    [InlineData("", 1)]
    [InlineData("", 7)]
    [InlineData("", 40)]
    [InlineData("", 90)]
    [InlineData("Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'Hang'; AtCall = 5; Times = 3 };", 15)]
    [InlineData("Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'Throttle'; AtCall = 5; Times = 1000 };", 12)]
    [InlineData("Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'ConnectionReset'; AtCall = 3; Times = 1000; AfterApply = $true };", 8)]
    public async Task Whatever_the_moment_the_sum_is_shown_and_right_and_a_second_run_finishes(string faults, int afterCalls)
    {
        using var output = new StringWriter();
        using var session = new ShellSession(new ShellHostUI(output, output), Path.Combine(PesterFile.Root, "out"));
        Run($"Import-Module CognitoPools; $account = Connect-PoolAccount -Sandbox; New-CognitoIdentityPool shop -GuestAccess -NoRole | Out-Null; Add-PoolSandboxIdentity shop -Count {Identities}; Set-PoolSandbox -Latency 0:0:0.003 -ClearCall; {faults}");
        Assert.Equal("", output.ToString());

        // The moment is a number of calls, told by the verbose text, so that it does not depend on the machine's speed.
        var cleanup = Task.Run(() => session.Run(new ShellOptions(null, "Get-PoolIdentity shop | Remove-PoolIdentity -Force -Verbose", [])));
        while (CallLine().Count(Snapshot()) < afterCalls && !cleanup.IsCompleted) await Task.Delay(1);
        session.Stop();
        Assert.Equal(130, await cleanup);

        var text = Snapshot();
        var sum = Sum().Match(text);
        Assert.True(sum.Success, text);
        var numbers = sum.Groups.Values.Skip(1).Select(group => int.Parse(group.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToArray();
        var (given, removed, failed, unknown, notSent) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        Assert.Equal(given, removed + failed + unknown + notSent);
        Assert.InRange(given, 1, Identities - 1);

        var left = int.Parse(Run("Set-PoolSandbox -ClearFault -Latency 0:0:0; @(Get-PoolIdentity shop).Count"), CultureInfo.InvariantCulture);
        Assert.InRange(Identities - left, removed, removed + unknown);
        Assert.Equal($"{left} {left} 0", Run("Get-PoolIdentity shop | Remove-PoolIdentity -Force -InformationVariable said; \"$($said.MessageData.Given) $($said.MessageData.Removed) $(@(Get-PoolIdentity shop).Count)\""));

        string Run(string command)
        {
            var before = output.ToString().Length;
            session.Run(new ShellOptions(null, command, []));
            return output.ToString()[before..].Trim();
        }

        string Snapshot()
        {
            // The pipeline's thread writes meanwhile.
            for (; ; )
            {
                try
                {
                    return output.ToString();
                }
                catch (ArgumentOutOfRangeException)
                {
                    Thread.Yield();
                }
            }
        }
    }

    [GeneratedRegex("Calling .*DeleteIdentities")]
    private static partial Regex CallLine();

    [GeneratedRegex(@"WARNING: Stopped\. ([\d,]+) identities given: ([\d,]+) removed, ([\d,]+) failed, ([\d,]+) unknown, ([\d,]+) not sent")]
    private static partial Regex Sum();
}
