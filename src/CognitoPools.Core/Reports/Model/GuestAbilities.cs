using CognitoPools.Audit.Model;

namespace CognitoPools.Reports.Model;

/// <summary>What guests can do with a role in a flow.</summary>
/// <param name="Role">The role.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Permissions">Their permissions; null if the policies could not be read.</param>
internal sealed record GuestAbilities(AuditedRole Role, SignInFlow Flow, IReadOnlyList<PoolPermission>? Permissions)
{
    /// <summary>Everything that guests of a pool can do; empty if guest access is off.</summary>
    public static IReadOnlyList<GuestAbilities> Of(AuditedPool pool)
    {
        if (!pool.Pool.GuestAccess)
            return [];
        var all = new List<GuestAbilities>();
        if (pool.GuestRole is { } guests)
            all.Add(Of(pool, guests, SignInFlow.Enhanced));
        // In the basic flow, the caller can choose any role whose trust policy accepts guests.
        if (pool.IsBasicFlowOn)
            all.AddRange(pool.Roles.Where(role => AcceptsGuests(pool, role)).Select(role => Of(pool, role, SignInFlow.Basic)));
        return all;
    }

    private static GuestAbilities Of(AuditedPool pool, AuditedRole role, SignInFlow flow) =>
        new(role, flow, role.Permissions(pool.Pool, PoolIdentityType.Guest, flow));

    private static bool AcceptsGuests(AuditedPool pool, AuditedRole role) => role.Trust is { } trust
        ? trust.Explain(pool.Partition, pool.Pool.IdentityPoolId, PoolIdentityType.Guest).Trust
            is PoolRoleTrust.Trusted or PoolRoleTrust.Conditional
        : role.IsOfGuests;
}
