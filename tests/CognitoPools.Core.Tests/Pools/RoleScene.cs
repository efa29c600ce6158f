using System.Globalization;
using Amazon.CognitoIdentity.Model;
using Amazon.IdentityManagement.Model;
using CognitoPools.Account;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>A pool, and a role of the account of which an edit changes everything.</summary>
internal sealed class RoleScene : IDisposable
{
    public const string Region = "eu-central-1";
    public const string RoleName = "clerks";
    public const string RoleArn = "arn:aws:iam::123456789012:role/clerks";
    public const string OtherPool = "eu-central-1:12345678-1234-1234-1234-123456789012";

    private const string Deny = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";

    // IAM keeps every character, and so does an undo.
    private const string Kept = """{ "Version":"2012-10-17",  "Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}""";

    private RoleScene(TestAccount account, IdentityPool pool, string trust) => (Account, Pool, Trust) = (account, pool, trust);

    public TestAccount Account { get; }

    public IdentityPool Pool { get; }

    /// <summary>The role's trust policy before the edit; it admits another pool.</summary>
    public string Trust { get; }

    public string NewTrust => TrustOf("{IdentityPoolId}");

    public static async Task<RoleScene> MakeAsync()
    {
        var account = new TestAccount();
        foreach (var name in new[] { "old-edge", "new-edge", "old-policy", "new-policy" })
            account.Sandbox.AddManagedPolicy(name, Deny);
        var pool = await account.Connection.Cognito(Region).CreateIdentityPoolAsync(new CreateIdentityPoolRequest
        {
            IdentityPoolName = "shop",
            AllowUnauthenticatedIdentities = false,
        });
        var trust = TrustOf(OtherPool).Replace(":{", ":  {", StringComparison.Ordinal);
        var iam = account.Connection.Iam(Region);
        await iam.CreateRoleAsync(new CreateRoleRequest
        {
            RoleName = RoleName,
            AssumeRolePolicyDocument = trust,
            Description = "old",
            MaxSessionDuration = 7200,
            PermissionsBoundary = Managed("old-edge"),
            Tags =
            [
                new Tag { Key = "team", Value = "old" },
                new Tag { Key = "gone", Value = "soon" },
                new Tag { Key = IamRoles.PoolTag, Value = OtherPool },
            ],
        });
        foreach (var name in new[] { "changed", "deleted" })
            await PutAsync(account.Connection, name, Kept);
        await iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = RoleName, PolicyArn = Managed("old-policy") });
        account.Sandbox.ClearCalls();
        return new RoleScene(account, await PoolSamples.ReadAsync(account, pool.IdentityPoolId), trust);
    }

    public static string Managed(string name) => $"arn:aws:iam::123456789012:policy/{name}";

    public static Task PutAsync(AccountConnection connection, string name, string document) =>
        connection.Iam(Region).PutRolePolicyAsync(new PutRolePolicyRequest
        {
            RoleName = RoleName,
            PolicyName = name,
            PolicyDocument = document,
        });

    /// <summary>An edit of everything that an edit can change.</summary>
    public RoleEdit Edit => new(RoleName, RoleArn)
    {
        Boundary = new RoleBoundaryChange(Managed("old-edge"), Managed("new-edge")),
        Writes =
        [
            new RolePolicyWrite("changed", Kept, Deny), new RolePolicyWrite("added", null, Deny),
            new RolePolicyWrite("deleted", Kept, null),
        ],
        Attach = [Managed("new-policy")],
        Detach = [Managed("old-policy")],
        Tags = new RoleTagsChange(
            Table(("team", "old"), ("gone", "soon"), (IamRoles.PoolTag, OtherPool)),
            Table(("team", "new"), ("added", "")), ["gone"]),
        Details = new RoleDetailsChange(new RoleDetails("old", 7200), new RoleDetails("new", 3600)),
    };

    public RoleTrustReplacement Replacement => new(RoleName, RoleArn, Trust, NewTrust);

    /// <summary>A plan that changes the role and then the pool's name.</summary>
    public PoolPlan Plan(RoleEdit? edit = null, RoleTrustReplacement? replacement = null) => PoolPlanner.Plan(
        new PoolChange(Pool, Pool with { Name = "renamed" })
        {
            RoleEdits = edit is null ? [] : [edit],
            TrustReplacements = replacement is null ? [] : [replacement],
        });

    public PoolPlan Plan() => Plan(Edit, Replacement);

    public Task RunAsync(PoolPlan plan) => PoolSamples.RunAsync(Account, plan, Pool.IdentityPoolId);

    /// <summary>The role as IAM has it, a line for each part of it.</summary>
    public async Task<IReadOnlyList<string>> SnapshotAsync(string roleName = RoleName)
    {
        using var connection = Account.Connect();
        var roles = new IamRoles(connection, Region);
        var role = await roles.WithPoliciesAsync((await roles.FindAsync(roleName, default))!, default);
        var lines = new List<string>
        {
            $"trust {role.TrustDocument}", $"boundary {role.PermissionsBoundary}", $"description {role.Description}",
            string.Create(CultureInfo.InvariantCulture, $"session {role.MaxSessionDuration}"), $"tags {role.Tags}",
            $"attached {string.Join(", ", role.AttachedPolicies)}",
        };
        foreach (var name in role.InlinePolicies)
            lines.Add($"{name} {await new RolePolicies(connection, Region).InlineDocumentAsync(roleName, name, default)}");
        return lines;
    }

    /// <summary>The role as the whole edit leaves it.</summary>
    public IReadOnlyList<string> Expected =>
    [
        $"trust {NewTrust.Replace("{IdentityPoolId}", Pool.IdentityPoolId, StringComparison.Ordinal)}",
        $"boundary {Managed("new-edge")}", "description new", "session 3600",
        $"tags added=; {IamRoles.PoolTag}={OtherPool}; team=new", $"attached {Managed("new-policy")}",
        $"added {Deny}", $"changed {Deny}",
    ];

    public void Dispose() => Account.Dispose();

    internal static ReadableTable Table(params (string Key, string Value)[] entries) =>
        ReadableTable.Empty.SetItems(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));

    private static string TrustOf(string pool) =>
        TrustPolicy.ForPool(AwsPartition.Aws, [pool], PoolIdentityType.Authenticated, principalTags: false).ToJson(indented: false);
}
