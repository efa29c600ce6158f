using System.Text.Json;
using CognitoPools.Sandbox.Identities;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>A call about one identity; the Region's lock is held.</summary>
internal sealed record SignInCall(CallContext Context, PoolRegion Region, Pool Pool, StoredIdentity Identity)
{
    public IdentityPool Configuration { get; } = ConfiguredPool.Of(Pool);

    public PoolIdentities Identities => Pool.Identities;

    public string IdentityId => IdOf(Identity.Position);

    /// <summary>The call about the identity that an input names.</summary>
    /// <exception cref="ServiceError">There is no such identity, or it cannot be used any more.</exception>
    public static SignInCall Of(CallContext context, PoolRegion region, JsonElement input)
    {
        var id = input.Text("IdentityId");
        if (!region.TryFind(id, out var pool, out var identity))
            throw SignInErrors.NotFound(id);
        return identity.State == IdentityState.Active
            ? new SignInCall(context, region, pool, identity)
            : throw SignInErrors.Forbidden(id);
    }

    public string IdOf(int position) => Region.IdentityId(Pool, position);

    /// <summary>Lets a guest in that gives no logins.</summary>
    /// <exception cref="ServiceError">The identity is a signed-in user's, or the pool has no guests.</exception>
    public void CheckGuest()
    {
        if (Identity.Logins.Count > 0)
            throw SignInErrors.Forbidden(IdentityId);
        if (!Configuration.GuestAccess)
            throw SignInErrors.NoGuests;
    }
}
