using System.Globalization;
using CognitoPools.Sandbox.Wire;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>The errors that refuse a sign-in. The texts are those of the service, as public threads quote them. A comment
/// marks the exceptions.</summary>
internal static class SignInErrors
{
    public static ServiceError NoGuests => NotAuthorized("Unauthenticated access is not supported for this identity pool.");

    public static ServiceError LoginsDoNotMatch => Of(TokenRefusal.LoginsDoNotMatch);

    public static ServiceError UnsupportedProvider => Of(TokenRefusal.UnsupportedProvider);

    public static ServiceError NotAToken => InvalidToken("Not a valid OpenId Connect identity token.");

    public static ServiceError CognitoToken => Of(TokenRefusal.CognitoToken);

    public static ServiceError NotACognitoToken => InvalidToken("Not a Cognito token.");

    public static ServiceError WrongSignature => InvalidToken("Couldn't verify signed token.");

    public static ServiceError WrongRoles =>
        new(
            "InvalidIdentityPoolConfigurationException",
            "Invalid identity pool configuration. Check assigned IAM roles for this pool.");

    public static ServiceError NotPublic => Invalid("Please provide a valid public provider");

    public static ServiceError WrongDeveloperProvider =>
        Invalid("This identity pool does not support the specified developer provider");

    public static ServiceError BasicFlowOff => Invalid("Basic (classic) flow is not enabled, please use enhanced flow.");

    public static ServiceError BasicFlowWithMappings =>
        Invalid("Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.");

    public static ServiceError BasicFlowWithSaml =>
        Invalid("Basic (classic) flow is not supported with SAML, please use enhanced flow.");

    /// <summary>The message is from the sandbox; it follows the description of the error in the service's model.</summary>
    public static ServiceError LinkedElsewhere => new("ResourceConflictException", "Login is already linked to another account.");

    /// <summary>The message is the description of the error in the service's model.</summary>
    public static ServiceError RegisteredElsewhere =>
        new(
            "DeveloperUserAlreadyRegisteredException",
            "The provided developer user identifier is already registered with Cognito under a different identity ID.");

    public static ServiceError NotFound(string identityId) =>
        new("ResourceNotFoundException", $"Identity '{identityId}' not found.");

    public static ServiceError Forbidden(string identityId) => NotAuthorized($"Access to Identity '{identityId}' is forbidden.");

    /// <summary>The message is known for SetIdentityPoolRoles; for a custom role it is an assumption.</summary>
    public static ServiceError ForbiddenRole(string arn) => NotAuthorized($"Access to Role '{arn}' is forbidden.");

    public static ServiceError Ambiguous(string provider) =>
        NotAuthorized($"The ambiguous role mapping rules for: {provider} denied this request.");

    public static ServiceError Expired(DateTimeOffset now, DateTimeOffset end) =>
        InvalidToken(string.Format(
            CultureInfo.InvariantCulture, "Token expired: {0} >= {1}", EpochTime.Whole(now), EpochTime.Whole(end)));

    public static ServiceError Invalid(string message) => new("InvalidParameterException", message);

    public static ServiceError Of(TokenRefusal refusal) => NotAuthorized(refusal.Message);

    private static ServiceError InvalidToken(string what) => Of(TokenRefusal.Invalid(what));

    private static ServiceError NotAuthorized(string message) => new("NotAuthorizedException", message);
}
