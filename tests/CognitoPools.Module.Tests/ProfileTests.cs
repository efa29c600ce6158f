using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>Profiles of the shared AWS configuration, which the SDK looks for once in a process.</summary>
public sealed class ProfileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("profiles");

    public ProfileTests()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "config"), "[profile work]\nregion = eu-west-1\n");
        File.WriteAllText(
            Path.Combine(folder.FullName, "credentials"),
            "[work]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = verysecretvalue\n");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Get-CognitoIdentityPool -ProfileName work", "Cognito Identity:ListIdentityPools in eu-west-1.")]
    [InlineData(
        "Get-CognitoIdentityPool -ProfileName work -Region ap-south-1",
        "Cognito Identity:ListIdentityPools in ap-south-1.")]
    public async Task A_profile_gives_credentials_and_its_Region_unless_another_is_named(string command, string called)
    {
        // Nothing listens there, so the call goes out and fails.
        var (_, output, error) = await RunAsync(
            $"{command} -EndpointUrl http://127.0.0.1:9 -Verbose -ErrorAction SilentlyContinue");
        Assert.Contains(called, output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profiles_services_section_names_the_endpoint()
    {
        File.AppendAllText(
            Path.Combine(folder.FullName, "config"),
            "services = local\n[services local]\ncognito_identity =\n  endpoint_url = http://127.0.0.1:9\n");
        var (_, output, _) = await RunAsync(
            "try { Get-CognitoIdentityPool -ProfileName work -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; \"$_\" }");
        // Another host than this one would have no name or no route here.
        Assert.Contains("NetworkFailure", output, StringComparison.Ordinal);
        Assert.Contains("refused", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_profile_is_named_with_those_that_are_there()
    {
        var (_, output, _) = await RunAsync("try { Get-CognitoIdentityPool -ProfileName wrok } catch { \"$_\" }");
        Assert.Contains("wrok", output, StringComparison.Ordinal);
        Assert.Contains("work", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_complete_with_their_Region_and_nothing_secret()
    {
        File.AppendAllText(
            Path.Combine(folder.FullName, "credentials"),
            "[two words]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = verysecretvalue\n");
        var (_, output, error) = await RunAsync(
            "foreach ($line in 'Get-CognitoIdentityPool -ProfileName wo', 'Connect-PoolAccount tw') { (TabExpansion2 "
                + "$line $line.Length).CompletionMatches | ForEach-Object { \"$($_.CompletionText): $($_.ToolTip)\" } }");
        Assert.Equal(("work: Profile of eu-west-1\n'two words': Profile without a Region\n", ""), (output, error));
    }

    private Task<(int Code, string Output, string Error)> RunAsync(string command) => ChildShell.RunAsync(
        $"Import-Module CognitoPools; {command}",
        ("AWS_CONFIG_FILE", Path.Combine(folder.FullName, "config")),
        ("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(folder.FullName, "credentials")),
        ("AWS_EC2_METADATA_DISABLED", "true"));
}
