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
        var hasNoRole = pool.Pool.GuestRole is null && pool.AreMappingsRead;
        yield return new CheckResult(
            PoolFindingSeverity.Medium, "Guest access", hasNoRole ? "GuestAccess: True, GuestRole: none" : "GuestAccess: True",
            $"Set-PoolGuestAccess {Remedies.Quoted(pool.Pool.IdentityPoolId)} -Disable")
        {
            Why = !hasNoRole ? null
                : pool.IsBasicFlowOn
                ? "Anyone who knows the pool id gets an identity. The pool has no guest role yet, but in the basic flow, a guest can use any "
                    + "role whose trust policy accepts guests of the pool."
                : "Anyone who knows the pool id gets an identity. The pool has no guest role yet, so guests get no credentials.",
            Repair = PoolRepair.Of(
                pool, pool.Pool with { GuestAccess = false },
                (hasNoRole && !pool.IsBasicFlowOn ? "Guests will no longer get an identity." : "Guests will no longer get credentials.")
                    + " Applications that rely on guest access will stop working."),
        };
    }
}
