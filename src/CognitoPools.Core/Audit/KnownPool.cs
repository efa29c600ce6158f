using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>The facts about an audited pool that the audit of the account needs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="GuestAccess">Whether guest access is on.</param>
/// <param name="IsBasicFlowOn">Whether callers can use the basic flow.</param>
/// <param name="IsBasicFlowRefused">Whether only role mappings keep callers from the basic flow.</param>
/// <param name="HasTokenMapping">Whether tokens can name roles.</param>
/// <param name="Roles">The ARNs of its roles; null if they could not be read.</param>
internal sealed record KnownPool(
    string Id, string Name, bool GuestAccess, bool IsBasicFlowOn, bool IsBasicFlowRefused, bool HasTokenMapping, IReadOnlyList<string>? Roles)
{
    public static KnownPool Of(AuditedPool pool) => new(
        pool.Pool.IdentityPoolId, pool.Pool.Name, pool.Pool.GuestAccess, pool.IsBasicFlowOn, pool.IsBasicFlowRefused,
        pool.Pool.Providers.Any(provider => provider.RoleSetting == RoleSetting.Token),
        pool.Unread.Any(part => (part.Reads & AuditReads.PoolRoles) != 0) ? null : [.. pool.Roles.Select(role => role.Arn)]);
}
