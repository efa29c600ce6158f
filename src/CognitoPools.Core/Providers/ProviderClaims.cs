namespace CognitoPools.Providers;

/// <summary>The claims of a token that an identity pool evaluates. The access tokens of Facebook and Amazon are opaque:
/// the pool knows only their issuer, audience and user.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html</remarks>
public static class ProviderClaims
{
    /// <summary>The claims of Facebook and Login with Amazon that rules can use.</summary>
    internal static IReadOnlyList<string> Bare { get; } = ["iss", "aud", "sub"];

    /// <summary>The claims that tokens usually have, each with its meaning.</summary>
    /// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
    /// and https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims</remarks>
    public static IReadOnlyList<(string Name, string Meaning)> Usual { get; } =
    [
        ("aud", "The application that the token is for"),
        ("cognito:groups", "The user's groups in a Cognito user pool"),
        ("cognito:preferred_role", "The role of the user's first group in a Cognito user pool"),
        ("cognito:roles", "The roles of the user's groups in a Cognito user pool"),
        ("cognito:username", "The user's name in a Cognito user pool"),
        ("email", "The user's e-mail address"),
        ("email_verified", "Whether the e-mail address was verified: true or false"),
        ("family_name", "The user's family name"),
        ("given_name", "The user's given name"),
        ("hd", "The domain of a Google Workspace account"),
        ("iss", "The issuer of the token"),
        ("locale", "The user's language and country"),
        ("name", "The user's full name"),
        ("phone_number", "The user's telephone number"),
        ("phone_number_verified", "Whether the telephone number was verified: true or false"),
        ("preferred_username", "The name that the user prefers"),
        ("sub", "The user's id at the provider"),
    ];

    /// <summary>Whether only the bare claims of this kind of provider are evaluated.</summary>
    /// <param name="type">The kind of provider.</param>
    internal static bool AreBare(ProviderType type) => type is ProviderType.Facebook or ProviderType.Amazon;
}
