using Amazon.CognitoIdentity;
using Amazon.IdentityManagement;
using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

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

    /// <summary>ARNs of the roles that this run created or changed. Only for these does a refusal count as IAM's delay.</summary>
    public HashSet<string> TouchedRoles { get; } = new(StringComparer.Ordinal);

    /// <summary>Warns about other people's edits that this run replaced: those made after the pool was read and before it was written.</summary>
    public void ReportReplaced(IdentityPool pool, IReadOnlyList<string> replaced)
    {
        if (replaced.Count > 0) Reporter.Warning($"Somebody else changed identity pool {pool} after it was read, and your change replaced theirs: {string.Join("; ", replaced)}.");
    }

    /// <summary>Warns about other people's edits that followed this run's write at once and may have replaced it.</summary>
    public void ReportLost(IdentityPool pool, IReadOnlyList<string> lost)
    {
        if (lost.Count > 0) Reporter.Warning($"Somebody else changed identity pool {pool} in the same moment: {string.Join("; ", lost)}. Read the pool again and repeat your change if it is missing.");
    }

    /// <summary>What is left of steps that failed or could not be undone.</summary>
    public List<PlanLeftover> Leftovers { get; } = [];
}
