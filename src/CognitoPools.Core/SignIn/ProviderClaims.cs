namespace CognitoPools.SignIn;

/// <summary>Which of a token's claims an identity pool looks at. Facebook's and Amazon's access tokens are opaque: the pool knows of them no more than issuer, audience and user.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html</remarks>
public static class ProviderClaims
{
    private const string AmazonUser = "user_id";

    /// <summary>The claims of Facebook and Login with Amazon that rules can use.</summary>
    public static IReadOnlyList<string> Bare { get; } = ["iss", "aud", "sub"];

    /// <summary>Whether only the bare claims of this kind of provider count.</summary>
    /// <param name="type">The kind of provider.</param>
    public static bool AreBare(ProviderType type) => type is ProviderType.Facebook or ProviderType.Amazon;

    /// <summary>The claims that rules see.</summary>
    /// <param name="type">The kind of provider.</param>
    /// <param name="claims">The token's claims.</param>
    public static SignInClaims ForRules(ProviderType type, SignInClaims claims) => AreBare(type) ? Only(claims, Bare) : claims;

    /// <summary>The claims that principal tags are made of: Amazon's user_id too, which the default mapping takes.</summary>
    /// <param name="type">The kind of provider.</param>
    /// <param name="claims">The token's claims.</param>
    public static SignInClaims ForTags(ProviderType type, SignInClaims claims) =>
        AreBare(type) ? Only(claims, type == ProviderType.Amazon ? [.. Bare, AmazonUser] : Bare) : claims;

    private static SignInClaims Only(SignInClaims claims, IReadOnlyList<string> names) =>
        SignInClaims.Of(names.Where(name => claims[name] is not null).Select(name => new KeyValuePair<string, ClaimValue>(name, claims[name]!)));
}
