using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>A request to assume a role with an identity token of a pool.</summary>
/// <param name="Partition">The partition, with Cognito's names in it.</param>
/// <param name="Audience">The token's <c>aud</c>: the id of the pool.</param>
/// <param name="Amr">The token's <c>amr</c>: <c>unauthenticated</c>, or <c>authenticated</c> with the provider's names.</param>
public sealed record TrustRequest(AwsPartition Partition, string Audience, IReadOnlyList<string> Amr)
{
    /// <summary>The action that every request requires.</summary>
    internal const string AssumeAction = "sts:AssumeRoleWithWebIdentity";

    /// <summary>The action that principal tags also require.</summary>
    internal const string TagAction = "sts:TagSession";

    /// <summary>The amr of guests.</summary>
    public const string Unauthenticated = "unauthenticated";

    /// <summary>The amr of users who signed in.</summary>
    public const string Authenticated = "authenticated";

    internal static string AmrOf(PoolIdentityType identityType) =>
        identityType == PoolIdentityType.Guest ? Unauthenticated : Authenticated;

    // Only the service knows the values of these keys, which describe the call and the role; iam:ResourceTag is the
    // role's own tag.
    private static readonly string[] KeysOfTheService = ["aws:", "sts:", "iam:"];

    private const string StandInProvider = "{Provider}";

    /// <summary>The token's <c>sub</c>: the identity's id; null for any identity.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether the session will carry principal tags, even if they are not known here.</summary>
    internal bool NeedsTagSession { get; init; }

    /// <summary>The principal tags; null if they are not known. Any tag requires sts:TagSession.</summary>
    public IReadOnlyDictionary<string, string>? RequestTags { get; init; } = new Dictionary<string, string>(
        StringComparer.Ordinal);

    /// <summary>The start of the part of amr that is not known: empty for any provider, <c>host:</c> for any user of
    /// one provider, null if <see cref="Amr"/> is complete.</summary>
    internal string? OpenAmr { get; private init; }

    /// <summary>Whose token it is, by its amr.</summary>
    public PoolIdentityType IdentityType =>
        Amr.Contains(Unauthenticated, StringComparer.Ordinal) ? PoolIdentityType.Guest : PoolIdentityType.Authenticated;

    /// <summary>The actions that the role's trust policy must allow.</summary>
    public IReadOnlyList<string> Actions => NeedsTagSession || RequestTags?.Count > 0 ? [AssumeAction, TagAction] : [AssumeAction];

    /// <summary>The request of any guest, or of any user of any provider.</summary>
    /// <param name="partition">The pool's partition.</param>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="identityType">Whose token.</param>
    /// <param name="needsTagSession">Whether the pool maps attributes to principal tags.</param>
    public static TrustRequest ForPool(
        AwsPartition partition, string identityPoolId, PoolIdentityType identityType, bool needsTagSession = false)
    {
        var guest = new TrustRequest(partition, identityPoolId, [Unauthenticated]) { NeedsTagSession = needsTagSession };
        // Guests carry no tags. Users can, even if the pool maps none, because a developer provider's tokens can
        // contain tags.
        return identityType == PoolIdentityType.Guest ? guest
            : guest.SignedInWith(StandInProvider) with { RequestTags = null, OpenAmr = "" };
    }

    /// <summary>The same for a user who signed in with a provider, as tokens name it: <c>[authenticated, host,
    /// host:OIDC:user]</c>.</summary>
    /// <param name="provider">The provider as amr values have it, such as <c>accounts.google.com</c>, or with
    /// <c>:OIDC:user</c> for one user.</param>
    internal TrustRequest SignedInWith(string provider)
    {
        var user = provider.IndexOf(":OIDC:", StringComparison.Ordinal);
        return this with
        {
            Amr = user < 0 ? [
                Authenticated,
                provider,
                provider + ":OIDC:{Subject}",
            ] : [Authenticated, provider.Substring(0, user), provider],
            OpenAmr = user < 0 ? provider + ":" : null,
        };
    }

    /// <summary>Two identities that share only the pool's Region, with which every id begins; null if the key is not
    /// <c>sub</c> or the identity is known.</summary>
    internal string[]? StandInSubjects(string key)
    {
        if (Subject is not null || !string.Equals(key, KeyOf("sub"), StringComparison.OrdinalIgnoreCase))
            return null;
        var region = Audience.Substring(0, Audience.IndexOf(':') + 1);
        return [$"{region}00000000-0000-0000-0000-000000000000", $"{region}ffffffff-ffff-ffff-ffff-ffffffffffff"];
    }

    internal string KeyOf(string claim) => $"{Partition.CognitoKeyPrefix}:{claim}";

    /// <summary>The values of a condition key; empty if the request does not contain it; null if only the service knows
    /// them.</summary>
    internal IReadOnlyList<string>? ValuesOf(string key)
    {
        bool Is(string known) => string.Equals(key, known, StringComparison.OrdinalIgnoreCase);
        const string TagPrefix = "aws:RequestTag/";

        if (Is(KeyOf("aud")))
            return [Audience];
        if (Is(KeyOf("amr")))
            return Amr;
        if (Is(KeyOf("sub")))
            return Subject is null ? null : [Subject];
        if (Is("aws:FederatedProvider"))
            return [Partition.CognitoPrincipal];
        if (Is("aws:SecureTransport"))
            return ["true"];
        if (key.StartsWith(TagPrefix, StringComparison.OrdinalIgnoreCase) || Is("aws:TagKeys"))
        {
            if (RequestTags is null)
                return null;
            return Is("aws:TagKeys") ? [
                .. RequestTags.Keys,
            ] : [.. RequestTags.Where(tag => Is(TagPrefix + tag.Key)).Select(tag => tag.Value)];
        }
        return Array.Exists(KeysOfTheService, start => key.StartsWith(start, StringComparison.OrdinalIgnoreCase)) ? null : [];
    }
}
