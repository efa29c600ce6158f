using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using CognitoPools.Account;

namespace CognitoPools.SignIn;

/// <summary>The input of a sign-in.</summary>
/// <param name="IdentityPoolId">The pool, or null when an identity is named.</param>
/// <param name="IdentityId">The identity to reuse, or null.</param>
/// <param name="Logins">Login key to token; none for a guest. The tokens are secrets.</param>
public sealed record SignInWish(string? IdentityPoolId, string? IdentityId, IReadOnlyDictionary<string, string> Logins)
{
    /// <summary>The Region of the pool and of its identities.</summary>
    public string Region => PoolIds.Region((IdentityPoolId ?? IdentityId)!);

    /// <summary>Shows the sign-in without its tokens.</summary>
    public override string ToString() =>
        $"{(Logins.Count == 0 ? "guest" : string.Join(", ", Logins.Keys))} of {IdentityPoolId ?? IdentityId}";
}

/// <summary>Gets credentials and tokens from an identity pool, as an app does. The calls to the pool are unsigned, so
/// no AWS credentials are required.</summary>
/// <param name="connection">The account.</param>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html</remarks>
public sealed class PoolSignIn(AccountConnection connection)
{
    private const string SessionName = "CognitoPools";

    /// <summary>The enhanced flow.</summary>
    /// <param name="wish">The pool, and who signs in.</param>
    /// <param name="customRole">The ARN of the requested role, or null.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<PoolCredential> EnhancedAsync(SignInWish wish, string? customRole, CancellationToken cancellationToken)
    {
        var id = await IdentityAsync(wish, cancellationToken).ConfigureAwait(false);
        var answer = await Cognito(wish).GetCredentialsForIdentityAsync(
            new GetCredentialsForIdentityRequest { IdentityId = id, Logins = Logins(wish), CustomRoleArn = customRole },
            cancellationToken)
            .ConfigureAwait(false);
        var credentials = answer.Credentials;
        var role = await RoleAsync(
            wish.Region,
            new SessionAWSCredentials(credentials.AccessKeyId, credentials.SecretKey, credentials.SessionToken),
            cancellationToken).ConfigureAwait(false);
        return new PoolCredential
        {
            IdentityId = answer.IdentityId,
            IdentityPoolId = wish.IdentityPoolId,
            AccessKeyId = credentials.AccessKeyId,
            SecretKey = credentials.SecretKey,
            SessionToken = credentials.SessionToken,
            Expiration = (credentials.Expiration ?? default).ToLocalTime(),
            RoleName = role?.Name,
            RoleArn = role is null
                ? null
                : await role.FindArnAsync(connection, wish, customRole, cancellationToken).ConfigureAwait(false),
            Flow = SignInFlow.Enhanced,
            Connection = connection,
        };
    }

    /// <summary>The basic (classic) flow.</summary>
    /// <param name="wish">The pool, and who signs in.</param>
    /// <param name="role">The ARN of the role to assume.</param>
    /// <param name="duration">How long the session lasts, 900 to 43,200 seconds and no longer than the role allows;
    /// null for an hour.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<PoolCredential> BasicAsync(
        SignInWish wish, string role, TimeSpan? duration, CancellationToken cancellationToken)
    {
        // A developer token is already an OpenID token of the identity.
        var token = DeveloperToken(wish) is { } given
            ? TokenOf(await IdentityAsync(wish, cancellationToken).ConfigureAwait(false), wish.IdentityPoolId, given)
            : await TokenAsync(wish, cancellationToken).ConfigureAwait(false);
        using var sts = connection.StsWith(wish.Region, new AnonymousAWSCredentials());
        var answer = await sts.AssumeRoleWithWebIdentityAsync(new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = role,
            RoleSessionName = SessionName,
            WebIdentityToken = token.Token,
            DurationSeconds = duration is { } length ? (int)length.TotalSeconds : null,
        }, cancellationToken).ConfigureAwait(false);
        return new PoolCredential
        {
            IdentityId = token.IdentityId,
            IdentityPoolId = wish.IdentityPoolId,
            AccessKeyId = answer.Credentials.AccessKeyId,
            SecretKey = answer.Credentials.SecretAccessKey,
            SessionToken = answer.Credentials.SessionToken,
            Expiration = (answer.Credentials.Expiration ?? default).ToLocalTime(),
            RoleName = SessionRole.Of(answer.AssumedRoleUser.Arn)?.Name,
            RoleArn = role,
            Flow = SignInFlow.Basic,
            Connection = connection,
        };
    }

    /// <summary>The OpenID token of the identity, which is used to assume a role in the basic flow.</summary>
    /// <param name="wish">The pool, and who signs in.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<PoolOpenIdToken> TokenAsync(SignInWish wish, CancellationToken cancellationToken)
    {
        var id = await IdentityAsync(wish, cancellationToken).ConfigureAwait(false);
        var answer = await Cognito(wish).GetOpenIdTokenAsync(
            new GetOpenIdTokenRequest { IdentityId = id, Logins = Logins(wish) }, cancellationToken)
            .ConfigureAwait(false);
        return TokenOf(answer.IdentityId, wish.IdentityPoolId, answer.Token);
    }

    internal static PoolOpenIdToken TokenOf(string identityId, string? identityPoolId, string token) => new()
    {
        IdentityId = identityId,
        IdentityPoolId = identityPoolId,
        Token = token,
        Expiration = JwtToken.LooksLikeToken(token) ? JwtToken.Decode(token).Expiration?.LocalDateTime : null,
    };

    // GetId does not accept a developer token; the token itself names the identity.
    private async Task<string> IdentityAsync(SignInWish wish, CancellationToken cancellationToken) => wish.IdentityId
        ?? (DeveloperToken(wish) is { } token && JwtToken.LooksLikeToken(token) ? JwtToken.Decode(token).Subject : null)
        ?? (await Cognito(wish).GetIdAsync(
            new GetIdRequest { IdentityPoolId = wish.IdentityPoolId, Logins = Logins(wish) }, cancellationToken)
            .ConfigureAwait(false)).IdentityId;

    private static string? DeveloperToken(SignInWish wish) =>
        wish.Logins.TryGetValue(LoginKeys.DeveloperToken, out var token) ? token : null;

    private IAmazonCognitoIdentity Cognito(SignInWish wish) => connection.Cognito(wish.Region);

    private static Dictionary<string, string>? Logins(SignInWish wish) =>
        wish.Logins.Count == 0
            ? null
            : wish.Logins.ToDictionary(
                login => login.Key == LoginKeys.DeveloperToken
                    ? AwsPartition.FromRegion(wish.Region).DeveloperLoginKey
                    : login.Key,
                login => login.Value, StringComparer.Ordinal);

    // The credentials work without the name of their role, so a failure here must not fail the sign-in.
    private async Task<SessionRole?> RoleAsync(string region, AWSCredentials credentials, CancellationToken cancellationToken)
    {
        try
        {
            using var sts = connection.StsWith(region, credentials);
            var caller = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)
                .ConfigureAwait(false);
            return SessionRole.Of(caller.Arn);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException
            || AwsErrors.IsNetwork(exception))
        {
            return null;
        }
    }
}
