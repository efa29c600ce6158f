using System.Text.Json.Nodes;
using Amazon.CognitoIdentity.Model;
using CognitoPools.Audit;
using CognitoPools.Audit.Checks.Account;
using CognitoPools.Audit.Model;
using CognitoPools.Pools;
using CognitoPools.Sandbox;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit;

public sealed class AccountAuditTests : IDisposable
{
    private const string Region = "eu-west-1";
    private const string Gone = "eu-west-1:99999999-1111-2222-3333-444444444444";

    private const string Open = """
        { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }
        """;

    private readonly TestAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task Hit_the_role_that_amplify_left_behind()
    {
        var id = await CreateAsync(null);
        var file = Path.Combine(AppContext.BaseDirectory, "Audit", "Cases", "09-amplify-role-left-behind.json");
        var text = File.ReadAllText(file).Replace(AuditCase.Account, account.Sandbox.AccountId, StringComparison.Ordinal)
            .Replace("eu-west-1:00000000-1111-2222-3333-444444444409", id, StringComparison.Ordinal);
        var json = JsonNode.Parse(text)!.AsObject();
        var pool = Parse(json);
        foreach (var role in json["roles"]!.AsObject())
            account.Sandbox.PutRole(role.Key, role.Value!["trust"]!.ToJsonString());
        await SetAsync(id, pool.Pool.AuthenticatedRole!);
        pool = pool with { Roles = [.. pool.Roles.Select(role => role with { Arn = pool.Pool.AuthenticatedRole! })] };

        var found = await FindAsync(pool);

        var orphan = Assert.Single(found);
        Assert.Equal(("TrustOrphan", PoolFindingSeverity.Critical, "Role old-env-authRole"), (orphan.Id, orphan.Severity, orphan.Target));
        Assert.Null(orphan.IdentityPoolId);
        Assert.Contains("aws iam delete-role", orphan.Remedy, StringComparison.Ordinal);
        Assert.Empty(json["notHits"]!.AsArray().Select(id => (string)id!).Intersect(found.Select(finding => finding.Id)));
    }

    [Fact]
    public async Task Hit_the_pool_of_a_role_no_longer_exists()
    {
        account.Sandbox.PutRole("left", AuditCase.Trust(Statement(aud: Gone)));

        var finding = Assert.Single(await FindAsync());

        Assert.Equal(("TrustOrphan", PoolFindingSeverity.Info), (finding.Id, finding.Severity));
    }

    [Theory]
    [InlineData(BasicFlowState.Active, true, PoolFindingSeverity.Critical)]
    [InlineData(BasicFlowState.Inactive, false, PoolFindingSeverity.Medium)]
    public async Task Hit_an_unused_role_without_amr_is_not_unlisted_too(
        BasicFlowState flow, bool guests, PoolFindingSeverity severity)
    {
        var id = await CreateAsync(null);
        account.Sandbox.PutRole("left", AuditCase.Trust(Statement(
            condition: $$"""{ "StringEquals": { "cognito-identity.amazonaws.com:aud": "{{id}}" } }""")));

        var finding = Assert.Single(await FindAsync(
            With(Tidy with { IdentityPoolId = id, BasicFlow = flow, GuestAccess = guests })));

        Assert.Equal(("TrustOrphan", severity), (finding.Id, finding.Severity));
    }

    [Theory]
    [InlineData(BasicFlowState.Active, PoolFindingSeverity.Medium)]
    [InlineData(BasicFlowState.Inactive, PoolFindingSeverity.Info)]
    public async Task Hit_a_role_accepts_a_pool_that_does_not_list_it(BasicFlowState flow, PoolFindingSeverity severity)
    {
        var id = await CreateAsync(null);
        account.Sandbox.PutRole("extra", AuditCase.Trust(Statement(aud: id)));

        var finding = Assert.Single(await FindAsync(With(Tidy with { IdentityPoolId = id, BasicFlow = flow })));

        Assert.Equal(("RoleUnlisted", severity, id), (finding.Id, finding.Severity, finding.IdentityPoolId));
    }

    [Theory]
    [InlineData(BasicFlowState.Active, "The pool has role mappings, so the service refuses the basic flow, and no one can choose the role at present.")]
    [InlineData(BasicFlowState.Inactive, "The basic flow is off, so no one can choose the role at present.")]
    public async Task Hit_nobody_can_choose_the_role(BasicFlowState flow, string why)
    {
        var id = await CreateAsync(null);
        account.Sandbox.PutRole("extra", AuditCase.Trust(Statement(aud: id)));
        var pool = Tidy with { IdentityPoolId = id, BasicFlow = flow, Providers = [UserPoolClient with { RoleSetting = RoleSetting.Rules }] };

        var finding = Assert.Single(await FindAsync(With(pool)));

        Assert.Equal((PoolFindingSeverity.Info, why), (finding.Severity, finding.Why));
    }

    [Fact]
    public async Task Near_miss_a_token_may_name_the_role()
    {
        var id = await CreateAsync(null);
        account.Sandbox.PutRole("group", AuditCase.Trust(Statement(aud: id)));
        var pool = Tidy with { IdentityPoolId = id, Providers = [UserPoolClient with { RoleSetting = RoleSetting.Token }] };

        var finding = Assert.Single(await FindAsync(With(pool)));

        Assert.Equal(PoolFindingSeverity.Info, finding.Severity);
        Assert.Contains("token", finding.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Principal\": \"*\", \"Action\": \"sts:AssumeRoleWithWebIdentity\"")]
    [InlineData("\"Principal\": { \"AWS\": \"*\" }, \"Action\": \"sts:*\"")]
    [InlineData("\"Principal\": { \"Federated\": \"*\" }, \"Action\": \"sts:*\"")]
    [InlineData("\"NotPrincipal\": { \"AWS\": \"arn:aws:iam::111122223333:root\" }, \"Action\": \"sts:AssumeRoleWithWebIdentity\"")]
    public async Task Hit_an_unused_role_trusts_everybody(string whom)
    {
        account.Sandbox.PutRole("left", AuditCase.Trust($"{{ \"Effect\": \"Allow\", {whom} }}"));

        var finding = Assert.Single(await FindAsync());

        Assert.Equal(("TrustOrphan", PoolFindingSeverity.Critical), (finding.Id, finding.Severity));
    }

    [Theory]
    [InlineData("\"Principal\": \"*\", \"Action\": \"sts:AssumeRole\"")]
    [InlineData(
        "\"Principal\": \"*\", \"Action\": \"sts:*\", \"Condition\": { \"StringEquals\": { \"aws:PrincipalOrgID\": \"o-example\" } }")]
    [InlineData("\"NotPrincipal\": { \"Federated\": \"cognito-identity.amazonaws.com\" }, \"Action\": \"sts:*\"")]
    public async Task Near_miss_everybody_but_the_users_of_pools(string whom)
    {
        account.Sandbox.PutRole("left", AuditCase.Trust($"{{ \"Effect\": \"Allow\", {whom} }}"));

        Assert.Empty(await FindAsync());
    }

    [Theory]
    [InlineData("ListIdentityPools", "User: ci is not authorized to perform: cognito-identity:ListIdentityPools")]
    [InlineData("ListIdentityPools", "Refused.")]
    [InlineData("GetIdentityPoolRoles", "Refused.")]
    public async Task Hit_what_was_refused_is_named(string operation, string message)
    {
        await CreateAsync(account.Sandbox.PutRole("app", AuditCase.Trust(Open)));
        account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = operation,
            ErrorCode = "AccessDeniedException",
            StatusCode = 400,
            Message = message,
            Times = 9,
        });

        var finding = Assert.Single(await FindAsync());

        Assert.Equal(PoolFindingStatus.NotChecked, finding.Status);
        Assert.StartsWith($"# Grant cognito-identity:{operation} to the caller", finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Deny")]
    [InlineData("Other")]
    public async Task Miss_a_role_that_accepts_nobody_of_a_pool(string kind)
    {
        account.Sandbox.PutRole("app", AuditCase.Trust(kind == "Deny" ? Open.Replace("Allow", "Deny", StringComparison.Ordinal)
            : """{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }"""));

        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task Near_miss_a_pool_that_was_not_audited_uses_the_open_role()
    {
        await CreateAsync(account.Sandbox.PutRole("app", AuditCase.Trust(Open)));

        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task What_is_not_asked_for_costs_no_call()
    {
        account.Sandbox.PutRole("left", AuditCase.Trust(Open));
        account.Sandbox.ClearCalls();
        var audit = new AccountAudit(account.Connection, new PoolRoleUses(account.Connection), _ => false);

        Assert.Empty(await audit.FindAsync(Region, [Region], CancellationToken.None).ToListAsync());
        Assert.Empty(account.Sandbox.Calls);
    }

    [Fact]
    public void Every_check_of_the_account_is_on_the_page() =>
        Assert.Equal(["TrustOrphan", "RoleUnlisted"], AccountChecks.Infos.Select(info => info.Id));

    private async Task<string> CreateAsync(string? role)
    {
        var cognito = account.Connection.Cognito(Region);
        var made = await cognito.CreateIdentityPoolAsync(
            new CreateIdentityPoolRequest { IdentityPoolName = "shop", AllowUnauthenticatedIdentities = false },
            CancellationToken.None);
        if (role is not null)
            await SetAsync(made.IdentityPoolId, role);
        return made.IdentityPoolId;
    }

    private Task SetAsync(string id, string role) => account.Connection.Cognito(Region).SetIdentityPoolRolesAsync(
        new SetIdentityPoolRolesRequest { IdentityPoolId = id, Roles = new() { ["authenticated"] = role } });

    private async Task<IReadOnlyList<PoolFinding>> FindAsync(params AuditedPool[] pools)
    {
        var audit = new AccountAudit(account.Connection, new PoolRoleUses(account.Connection), _ => true);
        foreach (var pool in pools)
            audit.Add(pool);
        var found = new List<PoolFinding>();
        await foreach (var finding in audit.FindAsync(Region, [Region], CancellationToken.None))
            found.Add(finding.Finding);
        return found;
    }
}
