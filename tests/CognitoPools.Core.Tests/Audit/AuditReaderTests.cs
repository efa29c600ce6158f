using Amazon.CognitoIdentity.Model;
using CognitoPools.Audit;
using CognitoPools.Audit.Model;
using CognitoPools.Sandbox;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit;

public sealed class AuditReaderTests : IDisposable
{
    private const string Region = "eu-west-1";

    private const string Open = """
        { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }
        """;

    private readonly TestAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task Other_pools_that_use_a_role_are_read_where_its_trust_policy_accepts_them()
    {
        var role = account.Sandbox.PutRole("app", AuditCase.Trust(Open));
        var other = await CreateAsync("other", "unauthenticated", role);

        var use = Assert.Single(Assert.Single((await ReadAsync(role)).Roles).UsedElsewhere);

        Assert.Equal((other, "other", PoolIdentityType.Guest), (use.IdentityPoolId, use.Name, use.IdentityType));
    }

    [Fact]
    public async Task A_role_that_is_bound_to_its_pool_costs_no_list()
    {
        var role = account.Sandbox.PutRole("app", AuditCase.Trust(Open));
        await CreateAsync("other", "authenticated", role);
        var id = await CreateAsync("shop", "authenticated", role);
        account.Sandbox.PutRole("app", AuditCase.Trust(Statement(aud: id)));
        account.Sandbox.ClearCalls();

        Assert.Empty(Assert.Single((await ReadAsync(id, role)).Roles).UsedElsewhere);
        Assert.DoesNotContain(account.Sandbox.Calls, call => call.Operation == "ListIdentityPools");
    }

    [Fact]
    public async Task A_list_that_is_refused_leaves_the_pool_readable()
    {
        var role = account.Sandbox.PutRole("app", AuditCase.Trust(Open));
        account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "ListIdentityPools",
            ErrorCode = "AccessDeniedException",
            StatusCode = 400,
            Times = 9,
        });

        var read = Assert.Single((await ReadAsync(role)).Roles);

        Assert.Equal(RoleReading.Read, read.Reading);
        Assert.Empty(read.UsedElsewhere);
    }

    private async Task<AuditedPool> ReadAsync(string role) => await ReadAsync(await CreateAsync("shop", "authenticated", role), role);

    private async Task<AuditedPool> ReadAsync(string id, string role)
    {
        var reader = new AuditReader(account.Connection, AuditReads.PoolRoles | AuditReads.Trust, UserPoolFacts.None);
        return await reader.ReadAsync(Tidy with { IdentityPoolId = id, AuthenticatedRole = role }, CancellationToken.None);
    }

    private async Task<string> CreateAsync(string name, string users, string role)
    {
        var cognito = account.Connection.Cognito(Region);
        var made = await cognito.CreateIdentityPoolAsync(
            new CreateIdentityPoolRequest { IdentityPoolName = name, AllowUnauthenticatedIdentities = false }, CancellationToken.None);
        await cognito.SetIdentityPoolRolesAsync(
            new SetIdentityPoolRolesRequest { IdentityPoolId = made.IdentityPoolId, Roles = new() { [users] = role } });
        return made.IdentityPoolId;
    }
}
