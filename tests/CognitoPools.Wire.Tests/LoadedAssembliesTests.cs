using CognitoPools.TestShell;

namespace CognitoPools.Wire.Tests;

/// <summary>What a prompt pays for: nothing is loaded that is not used.</summary>
public class LoadedAssembliesTests : EmulatorTest
{
    private const string Loaded = "; [AppDomain]::CurrentDomain.GetAssemblies().ForEach{ $_.GetName().Name }";

    [Fact]
    public async Task An_import_loads_no_SDK_and_no_sandbox()
    {
        var names = await LoadedAsync("Import-Module CognitoPools");
        Assert.Contains("CognitoPools", names);
        Assert.DoesNotContain("CognitoPools.Sandbox", names);
        Assert.DoesNotContain(names, name => name.StartsWith("AWSSDK.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-CognitoIdentityPool")]
    [InlineData("$null = Connect-PoolAccount; Get-CognitoIdentityPool")]
    [InlineData(
        "$null = Connect-PoolAccount; $null = TabExpansion2 'Get-CognitoIdentityPool -Name ' 30; Get-CognitoIdentityPool")]
    public async Task An_answer_of_an_account_loads_neither_the_sandbox_nor_single_sign_on(string command)
    {
        var names = await LoadedAsync($"Import-Module CognitoPools; {command}");
        Assert.Contains("AWSSDK.Core", names);
        Assert.DoesNotContain("CognitoPools.Sandbox", names);
        Assert.DoesNotContain(names, name => name.StartsWith("AWSSDK.SSO", StringComparison.Ordinal));
        Assert.NotEmpty(await CallsAsync("ListIdentityPools"));
    }

    private async Task<string[]> LoadedAsync(string command)
    {
        var (code, output, error) = await ChildShell.RunAsync(
            command + Loaded,
            ("AWS_ENDPOINT_URL", Emulator.Url),
            ("AWS_REGION", "us-east-1"),
            ("AWS_ACCESS_KEY_ID", Emulator.AccessKey),
            ("AWS_SECRET_ACCESS_KEY", Emulator.SecretKey));
        Assert.True(code == 0 && error.Length == 0, error);
        return output.Split('\n');
    }
}
