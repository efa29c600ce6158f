namespace CognitoPools.Outcomes.Tests.Museum;

/// <summary>Faults of roles and of how a pool uses them.</summary>
internal static class RoleExhibits
{
    private const string Guests = "Set-PoolGuestAccess shop -Enable -CreateRole; ";

    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("RoleShared", Guests + "Trust $users (Allow $id authenticated), (Allow $id unauthenticated)", "GuestEnabled")
        {
            Raw = pool => pool.SetRolesAsync(request => request.Roles["unauthenticated"] = request.Roles["authenticated"]),
            // The role of its own that guests get leaves the door that the shared role had for them.
            After = ["TrustAuthenticatedAllowsGuest"],
        },
        new("RoleGuestMissing", Guests, "GuestEnabled") { Raw = pool => pool.SetRolesAsync(request => request.Roles.Remove("unauthenticated")) },
        new("RoleAuthenticatedMissing", "") { Raw = pool => pool.SetRolesAsync(request => request.Roles.Remove("authenticated")) },
        new("RoleGuestLatent", Guests + "Set-PoolRole shop Guest -PermissionsPolicy (New-PoolRolePolicy -Api abcde12345) ; Set-PoolGuestAccess shop -Disable"),
        new("RoleNotFound", "Trust temporary (Allow $id authenticated); Set-PoolRole shop Authenticated -Role temporary")
        {
            Raw = pool => pool.DeleteRoleAsync("temporary"),
        },
    ];
}
