using CognitoPools.Emulator;
using CognitoPools.TestShell;

namespace CognitoPools.Wire.Tests;

/// <summary>What the user sees when the credentials are refused.</summary>
public class RefusalTests : EmulatorTest
{
    private const string Show =
        "; \"$($Error[0].FullyQualifiedErrorId.Split(',')[0]) $($Error[0].CategoryInfo.Category): "
            + "$($Error[0].ErrorDetails.Message) $($Error[0].ErrorDetails.RecommendedAction)\"";

    [Fact]
    public void A_wrong_secret_is_refused_with_cause_and_cure_and_is_not_shown()
    {
        var shown = Refused(secretKey: "an-altogether-wrong-secret");
        Assert.StartsWith(
            "CredentialsRefused AuthenticationError: AWS refused the credentials: The request signature we calculated "
                + "does not match",
            shown,
            StringComparison.Ordinal);
        Assert.Contains("Check the access key", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("altogether", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_access_key_is_refused() =>
        Assert.StartsWith(
            "CredentialsRefused AuthenticationError: AWS refused the credentials: The security token included in the "
                + "request is invalid.",
            Refused(accessKey: "AKIAUNKNOWNUNKNOWN00"),
            StringComparison.Ordinal);

    [Fact]
    public void A_Region_that_the_endpoint_does_not_serve_is_refused() =>
        Assert.Contains(
            "Credential should be scoped to a valid region, not 'eu-west-1'.",
            Refused(region: "eu-west-1"), StringComparison.Ordinal);

    [Fact]
    public async Task A_refused_call_of_the_pools_is_translated_too_and_sent_once()
    {
        // Connect-PoolAccount asks STS; -EndpointUrl with the environment's keys goes to the pools at once.
        var (_, output, _) = await ChildShell.RunAsync(
            $"Import-Module CognitoPools; Get-CognitoIdentityPool -EndpointUrl {Emulator.Url} -Region us-east-1 "
                + $"-ErrorAction SilentlyContinue{Show}",
            ("AWS_ACCESS_KEY_ID", Emulator.AccessKey), ("AWS_SECRET_ACCESS_KEY", "wrong"));
        Assert.StartsWith("CredentialsRefused", output, StringComparison.Ordinal);
        var call = Assert.Single(await CallsAsync("ListIdentityPools"));
        Assert.Equal("InvalidSignatureException", call.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task A_machine_whose_clock_is_wrong_works_all_the_same()
    {
        await using var emulator = await EmulatorProcess.StartAsync("--clock-offset", "00:20:00");
        using var shell = new WireShell(emulator);
        Assert.Equal("0 0\n", shell.Run("\"$(@(Get-CognitoIdentityPool).Count) $($Error.Count)\""));
        // The first signature had expired; the next one was corrected by the answer's date.
        Assert.Equal(["SignatureDoesNotMatch", null], await ErrorsAsync(emulator));
    }

    [Fact]
    public async Task The_sandboxs_clock_does_not_end_signatures()
    {
        await Emulator.TellAsync(new { advanceClock = TimeSpan.FromDays(2) });
        using var shell = new WireShell(Emulator);
        Assert.Equal("0 0\n", shell.Run("\"$(@(Get-CognitoIdentityPool).Count) $($Error.Count)\""));
        Assert.Equal([null], await ErrorsAsync(Emulator));
    }

    private static async Task<IEnumerable<string?>> ErrorsAsync(EmulatorProcess emulator) =>
        (await emulator.TellAsync(new { calls = "get" })).GetProperty("calls")
            .EnumerateArray()
            .Where(call => call.GetProperty("operation").GetString() == "GetCallerIdentity")
            .Select(call => call.GetProperty("errorCode").GetString());

    [Fact]
    public async Task Temporary_credentials_need_their_token()
    {
        await using var emulator = await EmulatorProcess.StartAsync("--session-token", "the-token");
        using var shell = new WireShell();
        Assert.StartsWith(
            "CredentialsRefused", shell.Run($"{WireShell.Connect(emulator)} -ErrorAction SilentlyContinue{Show}"),
            StringComparison.Ordinal);
        Assert.Equal(
            "123456789012\n",
            shell.Run(
                $"({WireShell.Connect(emulator).Replace("Import-Module CognitoPools; ", "", StringComparison.Ordinal)} -SessionToken the-token).AccountId"));
    }

    private string Refused(string? accessKey = null, string? secretKey = null, string region = "us-east-1")
    {
        using var shell = new WireShell();
        return shell.Run($"{WireShell.Connect(Emulator, accessKey, secretKey, region)} -ErrorAction SilentlyContinue{Show}");
    }
}
