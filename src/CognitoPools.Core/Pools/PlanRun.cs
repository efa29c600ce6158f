using Amazon.CognitoIdentity;
using Amazon.IdentityManagement;
using CognitoPools.Account;

namespace CognitoPools.Pools;

/// <summary>What the steps of one run share.</summary>
internal sealed class PlanRun(AccountConnection connection, string region, IReporter reporter, PlanContext context)
{
    public AccountConnection Connection { get; } = connection;

    public string Region { get; } = region;

    public IReporter Reporter { get; } = reporter;

    public PlanContext Context { get; } = context;

    public PoolReader Reader { get; } = new(connection);

    public IAmazonCognitoIdentity Cognito => Connection.Cognito(Region);

    public IAmazonIdentityManagementService Iam => Connection.Iam(Region);

    /// <summary>ARNs of the roles that this run made or changed: only for these is IAM's delay waited out.</summary>
    public HashSet<string> TouchedRoles { get; } = new(StringComparer.Ordinal);

    /// <summary>What a step left behind although it failed.</summary>
    public List<PlanLeftover> Leftovers { get; } = [];
}
