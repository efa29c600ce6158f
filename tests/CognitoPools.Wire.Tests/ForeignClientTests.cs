using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoPools.Wire.Tests;

/// <summary>Other people's clients against the emulator: they sign and read on their own, so that both sides cannot be
/// wrong alike.</summary>
public class ForeignClientTests : EmulatorTest
{
    [AwsCliFact]
    public async Task The_AWS_CLI_makes_fills_and_empties_a_pool()
    {
        var pool = (await AwsAsync(
            "cognito-identity", "create-identity-pool", "--identity-pool-name",
            "cli", "--allow-unauthenticated-identities"))[
            "IdentityPoolId"]!.ToString();
        var listed = await AwsAsync("cognito-identity", "list-identity-pools", "--max-results", "10");
        Assert.Equal(pool, listed["IdentityPools"]![0]!["IdentityPoolId"]!.ToString());

        var role = (await AwsAsync(
            "iam", "create-role", "--role-name", "cli-guest", "--assume-role-policy-document", Trust(pool)))[
            "Role"]![
            "Arn"]!.ToString();
        Assert.Equal(role, (await AwsAsync("iam", "get-role", "--role-name", "cli-guest"))["Role"]!["Arn"]!.ToString());
        await AwsAsync(
            "cognito-identity", "set-identity-pool-roles",
            "--identity-pool-id", pool, "--roles", $"unauthenticated={role}");
        Assert.Equal(
            role,
            (await AwsAsync("cognito-identity", "get-identity-pool-roles", "--identity-pool-id", pool))["Roles"]![
                "unauthenticated"]!.ToString());

        await Emulator.TellAsync(new { seed = new { identityPoolId = pool, identities = new[] { new { count = 70 } } } });
        var first = await AwsAsync("cognito-identity", "list-identities", "--identity-pool-id", pool, "--max-results", "60");
        var second = await AwsAsync(
            "cognito-identity", "list-identities", "--identity-pool-id", pool,
            "--max-results", "60", "--next-token", first["NextToken"]!.ToString());
        string[] ids = [.. Ids(first), .. Ids(second)];
        Assert.Equal(70, ids.Distinct().Count());
        Assert.Null(second["NextToken"]);
        Assert.Empty(
            (await AwsAsync(["cognito-identity", "delete-identities", "--identity-ids-to-delete", .. ids[..60]]))[
                "UnprocessedIdentityIds"]?.AsArray()
                ?? []);
        Assert.Equal((10, 0), await Emulator.CountAsync(pool));

        Assert.Equal("123456789012", (await AwsAsync("sts", "get-caller-identity"))["Account"]!.ToString());
    }

    [AwsCliFact]
    public async Task The_AWS_CLI_reads_the_refusals()
    {
        Assert.Contains(
            "InvalidSignatureException",
            await RefusedAsync("cognito-identity", "list-identity-pools", "--max-results", "1"),
            StringComparison.Ordinal);
        Assert.Contains("SignatureDoesNotMatch", await RefusedAsync("sts", "get-caller-identity"), StringComparison.Ordinal);
    }

    [AwsCliFact]
    public async Task The_module_reads_what_the_AWS_CLI_made()
    {
        await AwsAsync(
            "cognito-identity", "create-identity-pool", "--identity-pool-name", "from the cli",
            "--allow-unauthenticated-identities", "--no-allow-classic-flow", "--identity-pool-tags", "team=web");
        using var shell = new WireShell(Emulator);
        Assert.Equal(
            "from the cli True Inactive web\n",
            shell.Run(
                "$pool = Get-CognitoIdentityPool; \"$($pool.Name) $($pool.GuestAccess) $($pool.BasicFlow) "
                    + "$($pool.Tags['team'])\""));
    }

    /// <summary>The claim of the README: the command that scanners print for an open pool sends the name and the flag
    /// alone, and UpdateIdentityPool replaces everything else.</summary>
    [AwsCliFact]
    public async Task The_clean_up_command_of_scanners_removes_the_providers_and_the_module_keeps_them()
    {
        string[] providers = ["--supported-login-providers", "accounts.google.com=123.apps.googleusercontent.com"];
        var scanned = (await AwsAsync([
            "cognito-identity", "create-identity-pool", "--identity-pool-name", "scanned", "--allow-unauthenticated-identities",
            .. providers]))["IdentityPoolId"]!.ToString();
        await AwsAsync([
            "cognito-identity", "create-identity-pool", "--identity-pool-name", "kept", "--allow-unauthenticated-identities",
            .. providers]);

        await AwsAsync(
            "cognito-identity", "update-identity-pool", "--identity-pool-id", scanned, "--identity-pool-name", "scanned",
            "--no-allow-unauthenticated-identities");
        using var shell = new WireShell(Emulator);
        Assert.Equal(
            "kept False 1\nscanned False 0\n",
            shell.Run(
                "Set-PoolGuestAccess kept -Disable -Force; Get-CognitoIdentityPool | Sort-Object Name | ForEach-Object "
                    + "{ \"$($_.Name) $($_.GuestAccess) $($_.Providers.Count)\" }"));
    }

    [Boto3Fact]
    public async Task Boto3_makes_fills_and_empties_a_pool_and_reads_the_refusals()
    {
        var pool = await Emulator.SeedAsync(guests: 130, authenticated: 20);
        var (code, output, error) = await ExternalTool.RunAsync(
            ExternalTool.PythonWithBoto3!,
            [Path.Combine(AppContext.BaseDirectory, "boto3_client.py"), Emulator.Url, pool],
            Environment(Emulator.SecretKey));
        Assert.True(code == 0, error);
        var seen = JsonSerializer.Deserialize<JsonElement>(output);
        Assert.Equal("123456789012", seen.GetProperty("account").GetString());
        Assert.Equal([60, 60, 30], seen.GetProperty("pages").EnumerateArray().Select(page => page.GetInt32()));
        Assert.Equal(130, seen.GetProperty("guests").GetInt32());
        Assert.True(seen.GetProperty("datesHaveAZone").GetBoolean());
        Assert.Equal([], seen.GetProperty("unprocessed").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(seen.GetProperty("roleGiven").GetString(), seen.GetProperty("roleRead").GetString());
        Assert.Equal("NoSuchEntity", seen.GetProperty("missingRole").GetString());
        Assert.Equal("ResourceNotFoundException", seen.GetProperty("missingPool").GetString());
        Assert.Equal(
            [
                "InvalidSignatureException",
                "SignatureDoesNotMatch",
                "SignatureDoesNotMatch",
                "UnrecognizedClientException",
                "InvalidClientTokenId",
                "InvalidClientTokenId",
            ],
            seen.GetProperty("refusals").EnumerateArray().Select(refusal => refusal.GetString()));
        Assert.StartsWith("us-east-1:", seen.GetProperty("guestWithoutKeys").GetString(), StringComparison.Ordinal);
        // 130 guests were deleted, and one came by GetId.
        Assert.Equal((1, 20), await Emulator.CountAsync(pool));
    }

    private static string Trust(string pool) =>
        $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
            + $$$$"""{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":"""
                + $$$$"""{"StringEquals":{"cognito-identity.amazonaws.com:aud":"{{{{pool}}}}"},"ForAnyValue:StringLike":"""
                + $$$$"""{"cognito-identity.amazonaws.com:amr":"unauthenticated"}}}]}""";

    private static IEnumerable<string> Ids(JsonNode page) =>
        page["Identities"]!.AsArray().Select(identity => identity!["IdentityId"]!.ToString());

    private async Task<JsonNode> AwsAsync(params string[] arguments)
    {
        var (code, output, error) = await ExternalTool.RunAsync(
            "aws", ["--endpoint-url", Emulator.Url, "--output", "json", .. arguments], Environment(Emulator.SecretKey));
        Assert.True(code == 0, $"aws {string.Join(' ', arguments)}: {error}");
        return string.IsNullOrWhiteSpace(output) ? new JsonObject() : JsonNode.Parse(output)!;
    }

    private async Task<string> RefusedAsync(params string[] arguments)
    {
        var (code, _, error) = await ExternalTool.RunAsync(
            "aws", ["--endpoint-url", Emulator.Url, .. arguments], Environment("wrong"));
        Assert.NotEqual(0, code);
        return error;
    }

    private (string, string)[] Environment(string secretKey) =>
    [
        ("AWS_ACCESS_KEY_ID", Emulator.AccessKey),
        ("AWS_SECRET_ACCESS_KEY", secretKey),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("AWS_PAGER", ""),
    ];
}
