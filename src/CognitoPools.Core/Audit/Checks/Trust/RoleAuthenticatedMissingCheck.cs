using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>Users can sign in, but there is no role for them.</summary>
internal sealed class RoleAuthenticatedMissingCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleAuthenticatedMissing", "Authenticated users have no role")
    {
        Condition = "A provider other than SAML may give its users the pool's default role, and the pool has none.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Users sign in, but get no credentials.",
        Fix = "Give the pool a role for authenticated users.",
        NotWhen = "The pool serves guests alone, or every provider has rules or a token that name the role and denies others.",
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
