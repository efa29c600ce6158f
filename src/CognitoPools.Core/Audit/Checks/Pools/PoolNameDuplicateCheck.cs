using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Another pool has the same name.</summary>
internal sealed class PoolNameDuplicateCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("PoolNameDuplicate", "Another pool has the same name")
    {
        Condition = "Another pool in the same account and Region has the same name.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "A person or a script that refers to the pool by name may change the wrong pool. Such pairs often come "
            + "from a creation that was run twice.",
        Fix = "Rename or delete one of the pools. Applications refer to a pool by its id, which does not change.",
        NotWhen = "The names differ in case, or the other pool is in another Region.",
        Reference = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html",
        Reads = AuditReads.OtherPools,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.Namesakes.Count == 0)
            yield break;
        yield return new CheckResult(
            PoolFindingSeverity.Info, "Name", $"Name: {pool.Pool.Name}, also used by {string.Join(", ", pool.Namesakes)}",
            Remedies.Comment(
                $"Rename the pool: Set-CognitoIdentityPool {Remedies.Quoted(pool.Pool.IdentityPoolId)} -NewName '<new name>'"));
    }
}
