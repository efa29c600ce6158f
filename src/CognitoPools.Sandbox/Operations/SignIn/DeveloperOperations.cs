using System.Text.Json;
using CognitoPools.Sandbox.Identities;
using CognitoPools.Sandbox.Operations.Pools;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>The operations for a back end that signs in its own users.</summary>
internal static class DeveloperOperations
{
    private const int UserLength = 1024;
    private const int DefaultPage = 60;

    private static readonly TimeSpan TokenLength = TimeSpan.FromMinutes(15);

    /// <summary>Returns the identity of a developer user and a token for it. Creates the identity if it does not exist, and
    /// links other logins with valid tokens.</summary>
    public static object GetToken(CallContext context, JsonElement input)
    {
        var sent = LoginTokens.In(input);
        var region = context.Pools;
        lock (region.Gate)
        {
            var pool = region.Get(input.Text("IdentityPoolId"));
            var user = sent.FirstOrDefault(login => login.Key == pool.Settings.DeveloperProviderName).Value
                ?? throw SignInErrors.WrongDeveloperProvider;
            var name = pool.Settings.DeveloperProviderName!;
            if (user.Length > UserLength)
                throw SignInErrors.Invalid($"A developer user identifier has at most {UserLength} characters.");
            var developer = new Login(name, user, IsDeveloper: true);
            var others = new LoginTokens(context, ConfiguredPool.Of(pool)).Verify(sent.Where(login => login.Key != name));

            var owner = pool.Identities.OwnerOf(developer);
            if (input.Has("IdentityId", out _))
            {
                var named = Member(context, region, pool, input).Identity;
                if (owner is not null && owner != named.Position)
                    throw SignInErrors.RegisteredElsewhere;
                CheckLogins(pool, named, owner, others);
                owner = named.Position;
            }

            var plan = IdentityPlan.ForLinks(pool.Identities, owner, [developer, .. others.Select(login => login.Login)]);
            var identityId = region.IdentityId(pool, plan.Apply(pool.Identities, context.Now));
            var token = new IdentityToken(
                pool.Id, identityId, [.. DeveloperToken.Amr(pool.Id, developer), .. VerifiedLogin.Amr(others).Skip(1)])
            {
                Tags = input.Has("PrincipalTags", out var tags)
                    ? tags.Deserialize<Dictionary<string, string>>()!
                    : new Dictionary<string, string>(StringComparer.Ordinal),
                Expiration = context.Now
                    + (input.OptionalNumber("TokenDuration") is { } seconds ? TimeSpan.FromSeconds(seconds) : TokenLength),
            };
            return new IdentityWithToken(identityId, token.Write(context));
        }
    }

    /// <summary>Finds the developer users of an identity, or the identity of a developer user.</summary>
    public static object Lookup(CallContext context, JsonElement input)
    {
        var user = input.OptionalText("DeveloperUserIdentifier");
        var region = context.Pools;
        lock (region.Gate)
        {
            var pool = region.Get(input.Text("IdentityPoolId"));
            if (user is null)
                return Users(context, region, pool, input);
            var position = Owner(pool, user);
            if (input.OptionalText("IdentityId") is { } id && Found(region, pool, id).Position != position)
            {
                throw new ServiceError(
                    "ResourceConflictException",
                    $"The developer user identifier is not linked to the identity '{id}'.");
            }
            return new DeveloperIdentity(region.IdentityId(pool, position), [user], NextToken: null);
        }
    }

    /// <summary>Merges the source user's identity with all its logins into the destination user's identity.</summary>
    public static object Merge(CallContext context, JsonElement input)
    {
        var region = context.Pools;
        lock (region.Gate)
        {
            var pool = region.Get(input.Text("IdentityPoolId"));
            CheckProvider(pool, input);
            var (source, destination) =
                (Owner(pool, input.Text("SourceUserIdentifier")), Owner(pool, input.Text("DestinationUserIdentifier")));
            if (source == destination)
                throw SignInErrors.Invalid("The source and the destination user have the same identity already.");
            return new NewIdentity(region.IdentityId(
                pool, IdentityPlan.ForMerge(pool.Identities, source, destination).Apply(pool.Identities, context.Now)));
        }
    }

    public static object? Unlink(CallContext context, JsonElement input)
    {
        var region = context.Pools;
        lock (region.Gate)
        {
            var pool = region.Get(input.Text("IdentityPoolId"));
            CheckProvider(pool, input);
            var (identity, login) =
                (
                    Found(region, pool, input.Text("IdentityId")),
                    new Login(pool.Settings.DeveloperProviderName!, input.Text("DeveloperUserIdentifier"), IsDeveloper: true));
            var owner = pool.Identities.OwnerOf(login) ?? throw UnknownUser;
            if (owner != identity.Position)
                throw SignInErrors.LinkedElsewhere;
            pool.Identities.Unlink(identity.Position, login, context.Now);
            return null;
        }
    }

    // Any user can be linked to a guest's identity. Any other identity requires a login that it already has in the same call.
    private static void CheckLogins(
        Pool pool, StoredIdentity identity, int? owner, IReadOnlyList<VerifiedLogin> others)
    {
        var isKnown = owner == identity.Position
            || others.Any(login => pool.Identities.OwnerOf(login.Login) == identity.Position);
        if (identity.Logins.Count > 0 && !isKnown)
            throw SignInErrors.LoginsDoNotMatch;
    }

    private static ServiceError UnknownUser => new("ResourceNotFoundException", "Developer user identifier not found.");

    private static DeveloperIdentity Users(CallContext context, PoolRegion region, Pool pool, JsonElement input)
    {
        var id = input.OptionalText("IdentityId")
            ?? throw SignInErrors.Invalid("Either IdentityId or DeveloperUserIdentifier must not be null.");
        var size = input.OptionalNumber("MaxResults") ?? DefaultPage;
        var start = LinkPage.Position(context, id, input.OptionalText("NextToken"));
        var found = pool.Identities.LinksOf(Found(region, pool, id).Position).Where(link => link.Login.IsDeveloper
            && link.Number >= start).Take(size + 1).ToList();
        return new DeveloperIdentity(
            id, [.. found.Take(size).Select(link => link.Login.Subject)],
            found.Count > size ? LinkPage.Token(context, id, found[size].Number) : null);
    }

    private static void CheckProvider(Pool pool, JsonElement input)
    {
        if (input.Text("DeveloperProviderName") != pool.Settings.DeveloperProviderName)
            throw SignInErrors.WrongDeveloperProvider;
    }

    private static int Owner(Pool pool, string user) =>
        (pool.Settings.DeveloperProviderName is { } name
            ? pool.Identities.OwnerOf(new Login(name, user, IsDeveloper: true))
            : null)
            ?? throw UnknownUser;

    private static StoredIdentity Found(PoolRegion region, Pool pool, string id) =>
        region.TryFind(id, out var owner, out var identity) && owner == pool ? identity : throw SignInErrors.NotFound(id);

    /// <summary>The identity that the input names. It must belong to the pool and be usable.</summary>
    private static SignInCall Member(CallContext context, PoolRegion region, Pool pool, JsonElement input)
    {
        Found(region, pool, input.Text("IdentityId"));
        return SignInCall.Of(context, region, input);
    }
}
