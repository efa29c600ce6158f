namespace CognitoPools.Wire.Tests;

/// <summary>The module's cmdlets against real sockets and checked signatures.</summary>
public class PoolLifeTests : EmulatorTest
{
    [Fact]
    public void The_caller_is_asked_and_named()
    {
        using var shell = new WireShell(Emulator);
        Assert.Equal(
            "123456789012 arn:aws:iam::123456789012:user/sandbox\n",
            shell.Run("$a = Get-PoolAccount; \"$($a.AccountId) $($a.CallerArn)\""));
    }

    [Fact]
    public async Task A_pool_lives_from_its_creation_with_roles_to_its_end()
    {
        using var shell = new WireShell(Emulator);
        Assert.Equal("True True True\n", shell.Run(
            "$pool = New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = "
                + "'123-abc.apps.googleusercontent.com' } -Tag @{ team = 'web' }; \"$($pool.GuestAccess) "
                + "$($pool.GuestRole.Length -gt 0) $($pool.AuthenticatedRole.Length -gt 0)\""));
        Assert.Equal(
            "shop web Google\n",
            shell.Run(
                "$read = Get-CognitoIdentityPool $pool.IdentityPoolId; \"$($read.Name) $($read.Tags['team']) "
                    + "$($read.Providers.Name -replace 'accounts.google.com', 'Google')\""));

        // An edit of one setting loses none of the others.
        Assert.Equal(
            "False web 1 True\n",
            shell.Run(
                "Set-PoolGuestAccess shop -Disable; $read = Get-CognitoIdentityPool shop; \"$($read.GuestAccess) "
                    + "$($read.Tags['team']) $(@($read.Providers).Count) $($read.AuthenticatedRole -eq "
                    + "$pool.AuthenticatedRole)\""));

        var id = shell.Run("$pool.IdentityPoolId").Trim();
        await Emulator.TellAsync(new
        {
            seed = new
            {
                identityPoolId = id,
                identities = new object[] { new { count = 70 }, new { count = 60, provider = "accounts.google.com" } },
            },
        });
        Assert.Equal(
            "130 70\n",
            shell.Run(
                "$all = @(Get-PoolIdentity shop); \"$($all.Count) $(@($all | Where-Object IdentityType -eq Guest).Count)\""));
        Assert.Equal(
            "70 Removed\n",
            shell.Run(
                "$done = @($all | Where-Object IdentityType -eq Guest | Remove-PoolIdentity -Force -PassThru); "
                    + "\"$($done.Count) $(@($done.Status | Sort-Object -Unique) -join ',')\""));
        Assert.Equal((0, 60), await Emulator.CountAsync(id));

        Assert.Equal(
            "0 0\n",
            shell.Run(
                "Remove-CognitoIdentityPool shop -RemoveRole -Force; \"$(@(Get-CognitoIdentityPool shop*).Count) "
                    + "$($Error.Count)\""));
        Assert.Equal(2, (await CallsAsync("DeleteRole")).Count);
        // Deleting is told apart from being refused: every call was signed well.
        Assert.DoesNotContain(await CallsAsync("DeleteRole"), call => call.GetProperty("statusCode").GetInt32() != 200);
    }

    [Fact]
    public async Task Each_service_is_signed_for_itself()
    {
        using var shell = new WireShell(Emulator);
        shell.Run("New-CognitoIdentityPool shop -GuestAccess | Out-Null");
        var answer = await Emulator.TellAsync(new { calls = "get" });
        var calls = answer.GetProperty("calls").EnumerateArray().ToList();
        Assert.Equal(
            ["cognito-identity", "iam", "sts"],
            calls.Select(call => call.GetProperty("service").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(calls, call => Assert.Equal(Emulator.AccessKey, call.GetProperty("accessKeyId").GetString()));
        Assert.All(calls, call => Assert.True(call.GetProperty("statusCode").GetInt32() is 200 or 404, call.ToString()));
    }
}
