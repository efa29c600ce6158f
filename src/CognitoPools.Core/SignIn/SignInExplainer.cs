using Amazon.SecurityToken;
using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Roles;

namespace CognitoPools.SignIn;

/// <summary>Explains why a sign-in was refused: which setting of the pool, the role or the token is wrong, and how to
/// repair it. Reads the pool if the caller is allowed to, and never repeats a token.</summary>
/// <param name="connection">The account.</param>
public sealed class SignInExplainer(AccountConnection connection)
{
    /// <summary>The explanation, or the exception itself if this module does not know it.</summary>
    /// <param name="refusal">The service's exception.</param>
    /// <param name="wish">The sign-in.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="role">The requested role, or null.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<Exception> ExplainAsync(
        Exception refusal, SignInWish wish, SignInFlow flow, string? role, CancellationToken cancellationToken)
    {
        if (refusal is not Amazon.Runtime.AmazonServiceException || AwsErrors.IsThrottling(refusal))
            return refusal;
        var pool = await ReadAsync(wish, cancellationToken).ConfigureAwait(false);
        var reading = new RefusalReading(wish, pool, connection.TimeProvider.GetUtcNow());
        var found = refusal switch
        {
            _ when AwsErrors.IsNotFound(refusal) => reading.NotFound(refusal.Message),
            _ when AwsErrors.IsInvalidPoolConfiguration(refusal) =>
                await TrustAsync(wish, pool, null, cancellationToken).ConfigureAwait(false),
            // STS answers the same error for a missing role and for one whose trust policy refuses.
            AmazonSecurityTokenServiceException when flow == SignInFlow.Basic
                && role is not null
                && AwsErrors.IsNotAuthorized(refusal) =>
                await TrustAsync(wish, pool, role, cancellationToken).ConfigureAwait(false),
            _ when AwsErrors.IsNotAuthorized(refusal) => reading.NotAuthorized(refusal.Message, role),
            _ when AwsErrors.IsLoginConflict(refusal) =>
                new Refusal(
                    "LoginLinkedElsewhere",
                    $"One of the logins ({string.Join(", ", wish.Logins.Keys)}) belongs to a different identity of the "
                        + $"pool than {wish.IdentityId ?? "the other logins"}.",
                    "Specify the logins without -IdentityId. The pool then merges the two identities."),
            _ when AwsErrors.IsInvalid(refusal) => reading.InvalidParameter(refusal.Message),
            _ => null,
        };
        return found is null ? refusal : new SignInException(found.Id, found.Message, found.Cure, refusal);
    }

    /// <summary>Explains why the pool would refuse a token, without a call.</summary>
    /// <param name="refusal">Why the pool would refuse the token.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="loginKey">The key of the token in Logins.</param>
    /// <param name="claims">The token's claims.</param>
    public static SignInException Explain(TokenRefusal refusal, IdentityPool pool, string loginKey, SignInClaims claims)
    {
        var login = new Dictionary<string, string>(StringComparer.Ordinal) { [loginKey] = "" };
        var reading = new RefusalReading(new SignInWish(pool.IdentityPoolId, null, login), pool, DateTimeOffset.MinValue)
        {
            Decoded = [(loginKey, new JwtToken(claims))],
        };
        var found = reading.NotAuthorized(refusal.Message, null)
            ?? new Refusal("TokenNotVerified", refusal.Message, "Specify the ID token as the provider issued it.");
        return new SignInException(found.Id, found.Message, found.Cure, null);
    }

    private async Task<IdentityPool?> ReadAsync(SignInWish wish, CancellationToken cancellationToken)
    {
        if (wish.IdentityPoolId is null)
            return null;
        try
        {
            return await new PoolReader(connection).ReadAsync(wish.IdentityPoolId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Users who sign in are often not allowed to read the pool. The explanation is then less detailed.
            return null;
        }
    }

    private async Task<Refusal> TrustAsync(SignInWish wish, IdentityPool? pool, string? role, CancellationToken cancellationToken)
    {
        const string Id = "RoleNotAssumable";
        if (pool is null)
        {
            return new Refusal(
                Id, "The role of this user does not exist, or its trust policy does not accept the pool.",
                "Run Get-PoolRole as a caller who can read the pool. It shows the condition that fails.");
        }
        var request = Request(wish, pool);
        var selection = role is null ? RoleSelector.Select(pool, request) : null;
        if ((role ?? selection?.Role) is not { } arn)
        {
            return new Refusal(
                Id, $"Identity pool {pool} has no role for this user: {selection!.Reason}",
                RoleCure(pool, request.IdentityType));
        }
        var identityType = request.IdentityType;
        var read = await ReadRoleAsync(pool, arn, identityType, cancellationToken).ConfigureAwait(false);
        if (read?.Trusted != false)
        {
            var trust = read?.Trust switch
            {
                PoolRoleTrust.Trusted => ", although its trust policy accepts them",
                PoolRoleTrust.Conditional => $". Its trust policy accepts them on a condition: {string.Join("; ", read.Conditions)}",
                _ => ". Its trust policy could not be read",
            };
            return new Refusal(
                Id,
                $"The role {arn} could not be assumed by {IamRoles.Users(identityType)} of identity pool {pool}{trust}.",
                "Try again: a new or changed role takes some seconds to become effective. A condition that only IAM "
                    + "can evaluate (a date, an address) can also fail.");
        }
        return new Refusal(
            Id,
            $"The role {arn} does not accept {IamRoles.Users(identityType)} of identity pool {pool}: {read.Reason}",
            $"{(role is null ? "Run" : "If it is one of the pool's roles, run")} Get-PoolRole '{pool.IdentityPoolId}' "
                + $"-Role '{read.RoleName}' | Set-PoolRole -RepairTrust.");
    }

    private async Task<PoolRole?> ReadRoleAsync(
        IdentityPool pool, string arn, PoolIdentityType identityType, CancellationToken cancellationToken)
    {
        var known = PoolRoleReader.RolesOf(pool).FirstOrDefault(candidate => candidate.RoleArn == arn
            && candidate.IdentityType == identityType)
            ?? new PoolRole
            {
                IdentityPoolId = pool.IdentityPoolId,
                IdentityType = identityType,
                RoleArn = arn,
                RoleName = arn.Substring(arn.LastIndexOf('/') + 1),
            };
        try
        {
            return await new PoolRoleReader(connection)
                .ReadAsync(pool, known, policies: false, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    private static string RoleCure(IdentityPool pool, PoolIdentityType identityType) =>
        $"Run Set-PoolRole '{pool.IdentityPoolId}' -IdentityType {identityType} -CreateRole to create one.";

    internal static SignInRequest Request(SignInWish wish, IdentityPool pool) => new(
    [
        .. wish.Logins.Select(
            login => (Provider: pool.Providers.FirstOrDefault(provider => provider.LoginKey == login.Key), login.Value))
            .Where(login => login.Provider is not null)
            .Select(login => new SignInLogin(login.Provider!, Claims(login.Value))),
    ]);

    private static SignInClaims Claims(string token)
    {
        try
        {
            return JwtToken.Decode(token).Claims;
        }
        catch (FormatException)
        {
            return SignInClaims.None;
        }
    }
}

/// <summary>The meaning of a refusal.</summary>
internal sealed record Refusal(string Id, string Message, string Cure);
