using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Another pool has the same name.</summary>
internal sealed class PoolNameDuplicateCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("PoolNameDuplicate", "Another pool has the same name")
    {
        Condition = "Another pool of the account and the Region has the same name.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "A script or a person who goes by the name may change the wrong pool. Such pairs often come from a creation that was run twice.",
        Fix = "Rename one of the pools, or delete it. Applications name a pool by its id, which stays.",
        NotWhen = "The names differ in case, or the other pool is in another Region.",
        Reference = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html",
        Reads = AuditReads.OtherPools,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.Namesakes.Count == 0)
            yield break;
        yield return new CheckResult(
            PoolFindingSeverity.Info, "Name", $"Name: {pool.Pool.Name}, also of {string.Join(", ", pool.Namesakes)}",
            Remedies.Comment(
                $"Choose another name: Set-CognitoIdentityPool {Remedies.Quoted(pool.Pool.IdentityPoolId)} -NewName"));
    }
}
