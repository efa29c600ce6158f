using System.Collections.Immutable;
using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>A repair of a role's trust policy for the users of a pool.</summary>
/// <param name="Role">The role as it was read.</param>
/// <param name="IdentityPoolId">The pool.</param>
/// <param name="Region">The pool's Region.</param>
/// <param name="Users">Whose role it is, and whether their sessions carry principal tags.</param>
public sealed record RoleTrustEdit(
    PoolRoleFacts Role, string IdentityPoolId, string Region,
    ImmutableArray<(PoolIdentityType IdentityType, bool PrincipalTags)> Users)
{
    /// <summary>Repairs the trust policy, which may have changed since the role was read.</summary>
    /// <param name="policy">The current policy.</param>
    /// <exception cref="InvalidSettingException">A Deny excludes the pool, or the policy would be too long.</exception>
    public TrustRepair Repair(TrustPolicy policy)
    {
        var repair = new TrustRepair(policy, [], []);
        foreach (var (identityType, tags) in Users)
        {
            var next = TrustRepair.For(
                repair.Policy, AwsPartition.FromRegion(Region), IdentityPoolId, identityType, tags, Role.Name);
            repair = new TrustRepair(next.Policy, [.. repair.Changes, .. next.Changes], [.. repair.Warnings, .. next.Warnings]);
        }
        return repair;
    }
}
