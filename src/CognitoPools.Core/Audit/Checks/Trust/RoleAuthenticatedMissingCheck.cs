using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>Authenticated users have no role.</summary>
internal sealed class RoleAuthenticatedMissingCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleAuthenticatedMissing", "Authenticated users have no role")
    {
        Condition = "A provider other than SAML can assign the default role of the pool to its users, but the pool "
            + "has no default role.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Users can sign in but get no credentials.",
        Fix = "Assign an authenticated role to the pool.",
        NotWhen = "The pool serves only guests, or every provider assigns roles by rules or by the token and denies "
            + "all other users.",
        Reference = TrustReferences.Roles,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        var provider = pool.Pool.Providers.FirstOrDefault(
            known => known.Type != ProviderType.Saml && TaggedRoles.ReachesDefaultRole(known));
        if (provider is not null && pool.Pool.AuthenticatedRole is null && KnownRoles.AreRead(pool))
        {
            yield return new CheckResult(
                PoolFindingSeverity.Medium, "Role of authenticated users", $"AuthenticatedRole: none; provider {provider.Name}",
                TrustRemedies.NewRole(pool, PoolIdentityType.Authenticated));
        }
    }
}
