using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>No one can use the pool.</summary>
internal sealed class PoolEmptyCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("PoolEmpty", "No one can use the pool")
    {
        Condition = "The pool has no provider, and guest access is off.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "No one gets an identity or credentials from the pool.",
        Fix = "Add a provider, or delete the pool.",
        NotWhen = "Guest access is on, or the pool has a provider of any type.",
        Reference = PoolReferences.Pools,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.Pool.GuestAccess || pool.Pool.Providers.Count > 0)
            yield break;
        var id = Remedies.Quoted(pool.Pool.IdentityPoolId);
        yield return new CheckResult(
            PoolFindingSeverity.Info, "Providers", "Providers: (none), GuestAccess: False",
            Remedies.Lines(
                Remedies.Comment("Add a provider with Add-PoolIdentityProvider."),
                Remedies.Comment($"Or delete the pool: Remove-CognitoIdentityPool {id}")));
    }
}
