using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Guest access is on.</summary>
internal sealed class GuestEnabledCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("GuestEnabled", "Guest access is on")
    {
        Condition = "The pool issues credentials to guests.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Anyone who knows the pool id gets AWS credentials with the permissions of the guest role. The pool id "
            + "is not a secret.",
        Fix = "Turn guest access off unless the application needs it.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html#enable-or-disable-unauthenticated-identities",
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (!pool.Pool.GuestAccess)
            yield break;
        yield return new CheckResult(
            PoolFindingSeverity.Medium, "Guest access", "GuestAccess: True",
            $"Set-PoolGuestAccess {Remedies.Quoted(pool.Pool.IdentityPoolId)} -Disable")
        {
            Repair = PoolRepair.Of(
                pool, pool.Pool with { GuestAccess = false },
                "Guests will no longer get credentials. Applications that rely on guest access will stop working."),
        };
    }
}
