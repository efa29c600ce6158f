using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Identities;
using CognitoPools.TestShell;

namespace CognitoPools.Wire.Tests;

/// <summary>Connections that break, fall silent or end in the middle of an answer.</summary>
public class BrokenConnectionTests : EmulatorTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("ConnectionReset")]
    [InlineData("TruncatedBody")]
    [InlineData("HtmlPage")]
    public async Task A_listing_is_sent_again_and_complete(string kind)
    {
        var pool = await Emulator.SeedAsync(guests: 130);
        using var shell = new WireShell(Emulator);
        await FaultAsync("ListIdentities", kind, atCall: 2);
        Assert.Equal(
            "130 0\n",
            shell.Run($"\"$(@((Get-PoolIdentity {pool}).IdentityId | Sort-Object -Unique).Count) $($Error.Count)\""));
        Assert.Equal(4, (await CallsAsync("ListIdentities")).Count);
    }

    [Theory]
    [InlineData("ConnectionReset")]
    [InlineData("TruncatedBody")]
    public async Task A_removal_whose_answer_is_lost_leaves_none_out(string kind)
    {
        var pool = await Emulator.SeedAsync(guests: 130, authenticated: 10);
        using var shell = new WireShell(Emulator);
        await FaultAsync("DeleteIdentities", kind, atCall: 2, afterApply: true);
        Assert.Equal("130 Removed 0\n", shell.Run(
            $"$done = @(Get-PoolIdentity {pool} | Where-Object IdentityType -eq Guest | Remove-PoolIdentity -Force "
                + $"-PassThru); \"$($done.Count) $(@($done.Status | Sort-Object -Unique) -join ',') $($Error.Count)\""));
        Assert.Equal((0, 10), await Emulator.CountAsync(pool));
    }

    [Theory]
    [InlineData("ConnectionReset", true)]
    [InlineData("TruncatedBody", true)]
    [InlineData("ConnectionReset", false)]
    public async Task A_creation_whose_answer_is_lost_is_never_sent_twice_but_settled_by_reading(string kind, bool afterApply)
    {
        using var shell = new WireShell(Emulator);
        await FaultAsync("CreateIdentityPool", kind, afterApply: afterApply);
        var shown = shell.Run(
            "(New-CognitoIdentityPool shop -GuestAccess -NoRole -ErrorAction SilentlyContinue).Name; "
                + "if ($Error) { \"$($Error[0].FullyQualifiedErrorId.Split(',')[0])\" }; @(Get-CognitoIdentityPool).Count");
        Assert.Equal(afterApply ? "shop\n1\n" : "ChangeFailedNetworkFailure\n0\n", shown);
        Assert.Single(await CallsAsync("CreateIdentityPool"));
    }

    [Fact]
    public async Task A_server_that_keeps_breaking_the_connection_is_reported_as_a_network_failure()
    {
        await FaultAsync("ListIdentityPools", "ConnectionReset", times: int.MaxValue);
        using var child = ChildShell.StartCommand(
            $"{WireShell.Connect(Emulator)} | Out-Null; Get-CognitoIdentityPool -ErrorAction SilentlyContinue; "
                + $"\"$($Error[0].FullyQualifiedErrorId.Split(',')[0]): $($Error[0].ErrorDetails.Message)\"",
            ("AWS_MAX_ATTEMPTS", "2"));
        var (_, output, _) = await ChildShell.EndAsync(child);
        Assert.StartsWith("NetworkFailure: AWS could not be reached: ", output, StringComparison.Ordinal);
        Assert.Contains("reset by peer", output, StringComparison.Ordinal);
        Assert.Equal(2, (await CallsAsync("ListIdentityPools")).Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_reported_as_a_network_failure()
    {
        using var shell = new WireShell(Emulator);
        await Emulator.DisposeAsync();
        var shown = shell.Run(
            "Get-CognitoIdentityPool -ErrorAction SilentlyContinue; \"$($Error[0].FullyQualifiedErrorId.Split(',')[0])\"");
        Assert.Equal("NetworkFailure\n", shown);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_call_that_hangs()
    {
        using var shell = new WireShell(Emulator);
        await FaultAsync("ListIdentityPools", "Hang", times: int.MaxValue);
        var run = Task.Run(() => shell.Run("Get-CognitoIdentityPool; 'went on'"));
        await HangingAsync("ListIdentityPools");
        shell.Stop();
        Assert.DoesNotContain("went on", await run.WaitAsync(Patience), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_given_up_after_the_time_limit()
    {
        var pool = await Emulator.SeedAsync(guests: 1);
        await FaultAsync("ListIdentities", "Hang", times: int.MaxValue);
        using var connection = AccountConnection.Open(new AccountOptions
        {
            Region = "us-east-1",
            Credentials = new BasicAWSCredentials(Emulator.AccessKey, Emulator.SecretKey),
            EndpointUrl = new Uri(Emulator.Url),
            // Long enough for a busy machine to send the request at all.
            Timeout = TimeSpan.FromSeconds(2),
            MaxAttempts = 2,
        });
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var page in new IdentityLister(connection).ListAsync(pool))
                Assert.Fail($"{page.Count} identities came from a server that is silent.");
        });
        Assert.True(AwsErrors.IsNetwork(failure), failure.ToString());
        Assert.Contains("did not answer within 2 seconds", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await CallsAsync("ListIdentities")).Count);
    }

    [Fact]
    public async Task A_cleanup_that_is_killed_half_way_is_finished_by_a_second_run()
    {
        var pool = await Emulator.SeedAsync(guests: 240, authenticated: 60);
        var cleanup =
            $"{WireShell.Connect(Emulator)} | Out-Null; Get-PoolIdentity {pool} -Guest | Remove-PoolIdentity -Force; "
                + $"\"errors: $($Error.Count)\"";
        await FaultAsync("DeleteIdentities", "Hang", atCall: 3, times: int.MaxValue);
        using (var first = ChildShell.StartCommand(cleanup))
        {
            await HangingAsync("DeleteIdentities", answered: 2);
            first.Kill();
            var (_, output, _) = await ChildShell.EndAsync(first);
            Assert.DoesNotContain("errors:", output, StringComparison.Ordinal);
        }

        Assert.Equal((120, 60), await Emulator.CountAsync(pool));
        await Emulator.TellAsync(new { faults = "clear" });
        using var second = ChildShell.StartCommand(cleanup);
        Assert.Equal((0, "errors: 0\n", ""), await ChildShell.EndAsync(second));
        Assert.Equal((0, 60), await Emulator.CountAsync(pool));
    }
}
