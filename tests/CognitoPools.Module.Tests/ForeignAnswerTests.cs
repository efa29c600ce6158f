using CognitoPools.TestShell;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Module.Tests;

/// <summary>An answer of somebody else to GetIdentityPoolRoles must not be read as a pool without roles.</summary>
public sealed class ForeignAnswerTests : IDisposable
{
    private const string State =
        "(Get-CognitoIdentityPool shop | ConvertTo-Json -Depth 9) + (Get-PoolRole shop -IncludePolicy | ConvertTo-Json -Depth 9)";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly HostedShell shell = new();

    public ForeignAnswerTests() => shell.UseSandboxTime(time);

    public static TheoryData<string, string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach (var command in new[]
            {
                "Set-PoolRole shop Guest -None",
                "Set-PoolRole shop Authenticated -Role spare",
                "Set-PoolRole shop Guest -CreateRole -RoleName other",
                "Remove-PoolIdentityProvider shop Google -Force",
                "Set-PoolIdentityProvider shop Google -RoleSetting Default",
                "Add-PoolIdentityProvider shop -FacebookAppId 123456789012345 -RoleSetting Rules -RoleResolution Deny "
                    + "-Rule @{ Claim = 'sub'; Value = 'a'; Role = 'spare' }",
            })
            {
                foreach (var kind in new[] { "EmptyBody", "EmptyJson", "HtmlPage" })
                {
                    // The first is what the command reads, the second what its step reads again before it writes.
                    cases.Add(command, kind, 1);
                    cases.Add(command, kind, 2);
                }
            }

            return cases;
        }
    }

    public void Dispose() => shell.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_command_takes_a_foreign_answer_for_a_pool_without_roles(string command, string kind, int call)
    {
        var shown = await RunAsync(
            $$"""
            $ConfirmPreference = 'None'; $WarningPreference = 'SilentlyContinue'
            Connect-PoolAccount -Sandbox | Out-Null
            New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null
            Set-PoolSandbox -Role @{ Name = 'spare'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }
            Set-PoolIdentityProvider shop Google -RoleSetting Rules -Rule @{ Claim = 'hd'; Value = 'a'; Role = 'spare' } `
                -RoleResolution Deny
            $before = {{State}}
            Set-PoolSandbox -ClearCall -Fault @{ Operation = 'GetIdentityPoolRoles'; Kind = '{{kind}}'; StatusCode = 200
                AtCall = {{call}}; Times = 4 }
            $failed = @({{command}} 2>&1)
            $asked = @((Get-PoolSandbox).Calls | Where-Object Operation -EQ GetIdentityPoolRoles).Count -ge {{call}}
            $written = @((Get-PoolSandbox).Calls | Where-Object { $_.Operation -eq 'SetIdentityPoolRoles' }).Count
            Set-PoolSandbox -ClearFault
            $same = $before -ceq ({{State}})
            "asked $asked failed $($failed.Count -gt 0) written $written same $same"
            """);

        Assert.Equal("asked True failed True written 0 same True", shown.Trim());
    }

    private async Task<string> RunAsync(string script)
    {
        var run = Task.Run(() => shell.Run(script));
        while (await Task.WhenAny(run, Task.Delay(5)) != run)
            time.Advance(TimeSpan.FromSeconds(1));
        return await run;
    }
}
