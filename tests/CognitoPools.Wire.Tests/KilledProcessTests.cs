using System.Text.Json;
using CognitoPools.TestShell;

namespace CognitoPools.Wire.Tests;

/// <summary>A shell that is killed in the middle of a change undoes nothing; the command that the module advises finishes
/// the work in another.</summary>
public class KilledProcessTests : EmulatorTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string Settings =
        "-GuestAccess -Provider @{ Google = '1-a.apps.googleusercontent.com'; AttributeMapping = 'Default' }";

    /// <summary>The calls of a creation, from the first that changes something to the last.</summary>
    public static TheoryData<string, int> Moments => new()
    {
        { "CreateIdentityPool", 1 }, { "CreateRole", 1 }, { "PutRolePolicy", 1 }, { "CreateRole", 2 }, { "PutRolePolicy", 2 },
        { "GetIdentityPoolRoles", 1 }, { "SetIdentityPoolRoles", 1 }, { "GetIdentityPoolRoles", 2 },
        { "SetPrincipalTagAttributeMap", 1 }, { "DescribeIdentityPool", 1 },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task What_it_left_unfinished_is_finished_by_another(string operation, int atCall)
    {
        using var whole = new WireShell(Emulator);
        whole.Run($"New-CognitoIdentityPool whole {Settings} | Out-Null");
        await Emulator.TellAsync(new { calls = "clear" });
        await FaultAsync(operation, "Hang", atCall: atCall, afterApply: atCall == 1);
        using (var child = ChildShell.StartCommand($"{WireShell.Connect(Emulator)} | Out-Null; New-CognitoIdentityPool shop {Settings}"))
        {
            await HangingAsync();
            child.Kill();
            await child.WaitForExitAsync();
        }
        await Emulator.TellAsync(new { faults = "clear" });

        using var shell = new WireShell(Emulator);
        var shown = shell.Run($"New-CognitoIdentityPool shop -UseExisting {Settings} | Out-Null");

        Assert.Equal("", shown);
        Assert.Equal("1\n", shell.Run("@(Get-CognitoIdentityPool shop).Count"));
        Assert.Equal(shell.Run(Describe("whole")), shell.Run(Describe("shop")).Replace("shop", "whole", StringComparison.Ordinal));
    }

    private static string Describe(string pool) =>
        $"$pool = Get-CognitoIdentityPool {pool}; $pool.GuestAccess; \"$($pool.Providers)\"; \"$($pool.Providers.AttributeMapping)\"; "
            + "Get-PoolRole $pool -IncludePolicy | ForEach-Object { $_.RoleName; $_.Trusted; $_.Policies.Document }";

    private async Task HangingAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        for (var hangs = false; !hangs; await Task.Delay(20, limit.Token))
        {
            var answer = await Emulator.TellAsync(new { calls = "get" });
            hangs = answer.GetProperty("calls").EnumerateArray()
                .Any(call => call.GetProperty("statusCode").ValueKind == JsonValueKind.Null);
        }
    }
}
