using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.AwsTools;

/// <summary>Credentials that AWS.Tools keeps come from its own copy of the AWS SDK.</summary>
public sealed class AwsToolsTests : IDisposable
{
    private const string Secret = "verysecretvalue";

    private readonly CallerService service = new();

    public static TheoryData<string> Versions => [OtherSdk.Version3, OtherSdk.Version4];

    public void Dispose() => service.Dispose();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Connect_takes_what_Set_AWSCredential_and_Set_DefaultAWSRegion_keep(string version)
    {
        var said = await RunAsync(
            version,
            Stored("AKIASTORED") + "$StoredAWSRegion = 'eu-west-3'; (Connect-PoolAccount -EndpointUrl $url).AccountId");
        Assert.Equal("210987654321\n", said);
        Assert.Equal(["AKIASTORED eu-west-3"], service.Signers);
    }

    [Fact]
    public async Task Nobody_has_to_connect_and_other_credentials_count_from_the_next_command_on()
    {
        await RunAsync(
            OtherSdk.Version4,
            "$StoredAWSRegion = 'eu-west-3'; $env:AWS_ENDPOINT_URL = $url; " + Stored(
                "AKIAFIRST") + "Get-PoolAccount | Out-Null; Get-PoolAccount | Out-Null; "
                + Stored(
                    "AKIASECOND")
                        + "Get-PoolAccount | Out-Null; Get-PoolAccount -EndpointUrl $url -Region ap-south-1 | Out-Null");
        Assert.Equal(["AKIAFIRST eu-west-3", "AKIASECOND eu-west-3", "AKIASECOND ap-south-1"], service.Signers);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_credentials_object_is_taken_as_it_is_with_its_session_token(string version)
    {
        await RunAsync(
            version,
            Stored(
                "AKIASTORED")
                    + $"$session = $sdk.GetType('Amazon.Runtime.SessionAWSCredentials')::new('ASIAGIVEN', "
                    + $"'{Secret}', 'thetoken'); "
                    + "Connect-PoolAccount -Credential $session -Region us-west-2 -EndpointUrl $url | Out-Null; "
                    + "Connect-PoolAccount -Credential $StoredAWSCredentials -Region us-west-2 -EndpointUrl $url | Out-Null");
        Assert.Equal(["ASIAGIVEN us-west-2 thetoken", "AKIASTORED us-west-2"], service.Signers);
    }

    [Fact]
    public async Task Keys_and_a_Region_that_are_given_come_before_the_variables()
    {
        await RunAsync(
            OtherSdk.Version4,
            Stored(
                "AKIASTORED")
                    + $"$StoredAWSRegion = 'eu-west-3'; Connect-PoolAccount -AccessKey AKIAKEYS -SecretKey "
                    + $"{Secret} -Region us-west-2 -EndpointUrl $url | Out-Null");
        Assert.Equal(["AKIAKEYS us-west-2"], service.Signers);
    }

    [Fact]
    public async Task A_sandbox_takes_neither()
    {
        Assert.Equal(
            "us-east-1\n",
            await RunAsync(
                OtherSdk.Version4,
                Stored("AKIASTORED") + "$StoredAWSRegion = 'eu-west-3'; (Connect-PoolAccount -Sandbox).Region"));
        Assert.Empty(service.Signers);
    }

    [Fact]
    public async Task Anonymous_credentials_and_other_objects_are_named_for_what_they_are()
    {
        var said = await RunAsync(
            OtherSdk.Version4,
            "foreach ($StoredAWSCredentials in $sdk.GetType('Amazon.Runtime.AnonymousAWSCredentials')::new(), [version] '1.2') { "
                + "try { Connect-PoolAccount -EndpointUrl $url -Region us-east-1 -ErrorAction Stop } catch { "
                + "$_.FullyQualifiedErrorId.Split(',')[0]; \"$_\" } }");
        Assert.Contains("NoCredentials\n", said, StringComparison.Ordinal);
        Assert.Contains("Set-AWSCredential", said, StringComparison.Ordinal);
        Assert.Contains(
            "InvalidStoredAWSCredentials\n$StoredAWSCredentials must contain AWS credentials, not a value of type Version.",
            said, StringComparison.Ordinal);
        Assert.Empty(service.Signers);
    }

    // The credentials are made as AWS.Tools makes them: nothing of the class is public.
    private static string Stored(string accessKey) =>
        $"$StoredAWSCredentials = [Reflection.Assembly]::LoadFrom('{typeof(AwsToolsTests).Assembly.Location}')"
        + ".GetType('Amazon.PowerShell.Common.AWSPSCredentials').GetConstructors('Instance, NonPublic')[0]"
        + $".Invoke(@($sdk.GetType('Amazon.Runtime.BasicAWSCredentials')::new('{accessKey}', '{Secret}'), 'work')); ";

    private async Task<string> RunAsync(string version, string script)
    {
        var (code, output, error) = await ChildShell.RunAsync(
            $"$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; {OtherSdk.Load(version)}Import-Module "
                + $"CognitoPools -Verbose:$false; $url = '{service.Url}'; {script}",
            ("AWS_CONFIG_FILE", "/nonexistent"),
            ("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent"),
            ("AWS_EC2_METADATA_DISABLED", "true"));
        Assert.Equal((0, ""), (code, error));
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
        return string.Concat(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("VERBOSE: ", StringComparison.Ordinal)
                && !line.StartsWith("DEBUG: ", StringComparison.Ordinal)).Select(line => line + "\n"));
    }
}
