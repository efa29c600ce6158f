namespace CognitoPools.SignIn;

/// <summary>Why an identity pool refuses a token, in the service's words as quoted in public threads.</summary>
/// <param name="Message">The message of the NotAuthorizedException.</param>
public sealed record TokenRefusal(string Message)
{
    /// <summary>No login belongs to the pool or the identity.</summary>
    public static TokenRefusal LoginsDoNotMatch { get; } =
        new("Logins don't match. Please include at least one valid login for this identity or identity pool.");

    /// <summary>The pool does not have the provider, or not the app client of the user pool.</summary>
    public static TokenRefusal UnsupportedProvider { get; } =
        new("Token is not from a supported provider of this identity pool.");

    /// <summary>The token was issued by an identity pool and not by a provider.</summary>
    public static TokenRefusal CognitoToken { get; } = Invalid("Can't pass in a Cognito token.");

    /// <summary>The issuer of the token does not match the key in Logins.</summary>
    public static TokenRefusal WrongIssuer { get; } = Invalid("Issuer doesn't match providerName");

    /// <summary>The token is for another application. STS uses this message.</summary>
    public static TokenRefusal WrongAudience { get; } = Invalid("Incorrect token audience.");

    /// <summary>The token lacks a claim.</summary>
    /// <param name="name">The claim.</param>
    public static TokenRefusal MissingClaim(string name) => Invalid($"Missing a required claim: {name}");

    /// <summary>A token that is refused for another reason.</summary>
    /// <param name="what">The reason.</param>
    public static TokenRefusal Invalid(string what) => new($"Invalid login token. {what}");
}
