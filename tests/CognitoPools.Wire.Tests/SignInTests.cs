using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoPools.Wire.Tests;

/// <summary>Sign-ins over real sockets: the public calls go unsigned, and what the credentials sign is checked.</summary>
public class SignInTests : EmulatorTest
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123";

    private const string Pool =
        "$pool = New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active -DeveloperProviderName login.example -UserPoolId "
            + "us-east-1_AbCdEf123 -ClientId abc; $id = $pool.IdentityPoolId; ";

    [Fact]
    public async Task Both_flows_give_a_guest_credentials_whose_role_STS_tells()
    {
        using var shell = new WireShell(Emulator);
        Assert.Equal("Enhanced shop_guestrole\nBasic shop_guestrole\n", shell.Run(Pool
            + "foreach ($credential in (Get-PoolCredential $id), (Get-PoolCredential $id -Flow Basic -Role "
            + "$pool.GuestRole)) { \"$($credential.Flow) $($credential.RoleArn.Split('/')[-1])\" }"));
        foreach (var operation in new[] { "GetId", "GetCredentialsForIdentity", "GetOpenIdToken", "AssumeRoleWithWebIdentity" })
        {
            Assert.All(
                await CallsAsync(operation),
                call => Assert.Equal(JsonValueKind.Null, call.GetProperty("accessKeyId").ValueKind));
        }
        // The session's own keys signed this one.
        Assert.Contains(
            await CallsAsync("GetCallerIdentity"),
            call => call.GetProperty("accessKeyId").GetString()!.StartsWith("ASIA", StringComparison.Ordinal)
                && call.GetProperty("statusCode").GetInt32() == 200);
    }

    [Fact]
    public void Rules_a_preferred_role_a_denial_and_principal_tags()
    {
        using var shell = new WireShell(Emulator);
        shell.Run(
            Pool
                + "Set-PoolIdentityProvider $id CognitoUserPool -AttributeMapping @{ team = 'custom:team' } -Rule @{ "
                + "Claim = 'custom:team'; Value = 'web'; Role = 'shop_authenticatedrole' } -WarningAction SilentlyContinue");
        Assert.Equal(
            "shop_authenticatedrole\n",
            shell.Run(
                $"(Get-PoolCredential $id -Login @{{ 'us-east-1_AbCdEf123' = "
                    + $"'{Token("web-user", ("custom:team", "web"))}' }}).RoleArn.Split('/')[-1]"));
        Assert.Equal(
            "RoleDenied\n",
            shell.Run(
                $"try {{ Get-PoolCredential $id -Login @{{ 'us-east-1_AbCdEf123' = "
                    + $"'{Token("ops-user", ("custom:team", "ops"))}' }} -ErrorAction Stop }} catch {{ "
                    + $"$_.FullyQualifiedErrorId.Split(',')[0] }}"));
        shell.Run("Set-PoolIdentityProvider $id CognitoUserPool -RoleSetting Token -WarningAction SilentlyContinue");
        var role = shell.Run("$pool.AuthenticatedRole").Trim();
        Assert.Equal(
            "shop_authenticatedrole\n",
            shell.Run(
                $"(Get-PoolCredential $id -Login @{{ 'us-east-1_AbCdEf123' = "
                    + $"'{Token("other", ("cognito:preferred_role", role))}' }}).RoleArn.Split('/')[-1]"));
    }

    [Theory]
    [InlineData("Set-PoolGuestAccess $id -Disable; Get-PoolCredential $id", "GuestAccessOff")]
    [InlineData("Set-CognitoIdentityPool $id -BasicFlow Inactive; Get-PoolOpenIdToken $id", "BasicFlowOff")]
    [InlineData("Get-PoolCredential $id -Login @{ Google = 'TOKEN' }", "ProviderNotConfigured")]
    [InlineData("Get-PoolCredential $id -Login @{ 'us-east-1_AbCdEf123' = 'EXPIRED' }", "TokenExpired")]
    [InlineData("Get-PoolCredential $id -Flow Basic -Role $pool.AuthenticatedRole", "RoleNotAssumable")]
    [InlineData("Get-PoolCredential $id -Login @{ 'us-east-1_AbCdEf123' = 'ISSUER' }", "TokenOfOtherIssuer")]
    [InlineData("Get-PoolCredential $id -Login @{ 'us-east-1_AbCdEf123' = 'AUDIENCE' }", "TokenOfOtherApplication")]
    [InlineData("Get-PoolCredential $id -Login @{ 'us-east-1_AbCdEf123' = 'nonsense' }", "TokenNotVerified")]
    [InlineData("Get-PoolCredential $id -Login @{ 'us-east-1_AbCdEf123' = 'ACCESS' }", "TokenLacksClaim")]
    [InlineData(
        "$user = Get-PoolCredential $id -Login @{ 'us-east-1_AbCdEf123' = 'TOKEN' }; Get-PoolCredential $id "
            + "-IdentityId $user.IdentityId",
        "IdentityForbidden")]
    [InlineData(
        "$guest = Get-PoolCredential $id; Set-PoolRole $id Guest -None; Get-PoolCredential $id -IdentityId $guest.IdentityId",
        "RoleNotAssumable")]
    [InlineData(
        "Set-PoolIdentityProvider $id CognitoUserPool -RoleSetting Token; Get-PoolCredential $id -Flow Basic -Role "
            + "$pool.GuestRole",
        "BasicFlowWithRules")]
    [InlineData(
        "Get-PoolCredential $id -CustomRole $pool.GuestRole -Login @{ 'us-east-1_AbCdEf123' = 'TOKEN' }",
        "RoleForbidden")]
    [InlineData("Get-PoolCredential us-east-1:00000000-0000-0000-0000-000000000000", "PoolNotFound")]
    public void Refusals_are_explained(string command, string id)
    {
        using var shell = new WireShell(Emulator);
        shell.Run(Pool);
        var filled = command
            .Replace("'TOKEN'", $"'{Token("user")}'", StringComparison.Ordinal)
            .Replace("'EXPIRED'", $"'{Token("user", -600)}'", StringComparison.Ordinal)
            .Replace("'ISSUER'", $"'{Token("user", ("iss", "https://evil.example"))}'", StringComparison.Ordinal)
            .Replace("'AUDIENCE'", $"'{Token("user", ("aud", "other"))}'", StringComparison.Ordinal)
            .Replace("'ACCESS'", $"'{Token("user", ("token_use", "access"), ("aud", null))}'", StringComparison.Ordinal);
        Assert.Equal(
            $"{id}\n",
            shell.Run(
                $"$ErrorActionPreference = 'Stop'; $WarningPreference = 'SilentlyContinue'; try {{ "
                    + $"{filled} }} catch {{ $_.FullyQualifiedErrorId.Split(',')[0] }}"));
    }

    [Fact]
    public void A_developer_identity_signs_in_and_is_merged()
    {
        using var shell = new WireShell(Emulator);
        Assert.Equal(
            "shop_authenticatedrole\n",
            shell.Run(
                Pool
                    + "$one = New-PoolDeveloperToken $id one; $two = New-PoolDeveloperToken $id two; "
                    + "(Get-PoolCredential $id -IdentityId $one.IdentityId -Login @{ Developer = $one "
                    + "}).RoleArn.Split('/')[-1]"));
        Assert.Equal(
            "True True\n",
            shell.Run(
                "$left = Merge-PoolDeveloperIdentity $id one two -Force; \"$($left.IdentityId -eq $two.IdentityId) "
                    + "$(@(Get-PoolDeveloperIdentity $id one)[0].IdentityId -eq $two.IdentityId)\""));
    }

    [Boto3Fact]
    public async Task Boto3_signs_in_through_both_flows_and_as_a_developer_identity()
    {
        using var shell = new WireShell(Emulator);
        var pool = shell.Run(Pool + "$id").Trim();
        var role = shell.Run("$pool.GuestRole").Trim();
        var (code, output, error) = await ExternalTool.RunAsync(
            ExternalTool.PythonWithBoto3!,
            [Path.Combine(AppContext.BaseDirectory, "boto3_signin.py"), Emulator.Url, pool, role, UserPool, Token("boto")],
            ("AWS_ACCESS_KEY_ID", Emulator.AccessKey), ("AWS_SECRET_ACCESS_KEY", Emulator.SecretKey));
        Assert.True(code == 0, error);
        var seen = JsonSerializer.Deserialize<JsonElement>(output);
        Assert.EndsWith(
            ":assumed-role/shop_guestrole/CognitoIdentityCredentials",
            seen.GetProperty("guest").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(":assumed-role/shop_guestrole/boto", seen.GetProperty("basic").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(
            ":assumed-role/shop_authenticatedrole/CognitoIdentityCredentials",
            seen.GetProperty("user").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(
            ":assumed-role/shop_authenticatedrole/CognitoIdentityCredentials",
            seen.GetProperty("developer").GetString(), StringComparison.Ordinal);
        Assert.True(seen.GetProperty("merged").GetBoolean());
        Assert.Equal("NotAuthorizedException", seen.GetProperty("forbidden").GetString());
    }

    // The sandbox takes unsigned tokens, so that they can be made anywhere.
    private static string Token(string subject, params (string Name, string? Value)[] claims) => Token(subject, 3600, claims);

    private static string Token(string subject, int lifetime, params (string Name, string? Value)[] claims)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var payload = new JsonObject
        {
            ["iss"] = $"https://{UserPool}",
            ["aud"] = "abc",
            ["sub"] = subject,
            ["token_use"] = "id",
            ["iat"] = now,
            ["exp"] = now + lifetime,
        };
        foreach (var (name, value) in claims)
        {
            if (value is null)
                payload.Remove(name);
            else
                payload[name] = value;
        }
        return $"{Part("""{"alg":"none"}""")}.{Part(payload.ToJsonString())}.";
    }

    private static string Part(string json) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
