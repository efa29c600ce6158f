using System.Text.Json;
using CognitoPools.Sandbox.Identities;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>A call about one identity. The caller has locked the Region.</summary>
internal sealed record SignInCall(CallContext Context, PoolRegion Region, Pool Pool, StoredIdentity Identity)
{
    public IdentityPool Configuration { get; } = ConfiguredPool.Of(Pool);

    public PoolIdentities Identities => Pool.Identities;

    public string IdentityId => IdOf(Identity.Position);

    /// <summary>The call about the identity that an input names.</summary>
    /// <exception cref="ServiceError">The identity does not exist, or it cannot be used any more.</exception>
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

    /// <summary>Checks that a call without logins is allowed as a guest's.</summary>
    /// <exception cref="ServiceError">The identity belongs to a signed-in user, or the pool has no guest access.</exception>
    public void CheckGuest()
    {
        if (Identity.Logins.Count > 0)
            throw SignInErrors.Forbidden(IdentityId);
        if (!Configuration.GuestAccess)
            throw SignInErrors.NoGuests;
    }
}
