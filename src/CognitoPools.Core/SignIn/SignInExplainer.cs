using Amazon.SecurityToken;
using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Roles;

namespace CognitoPools.SignIn;

/// <summary>Says what a refused sign-in is about: which setting of the pool, the role or the token, and what repairs
/// it. It looks at the pool where the caller may, and never repeats a token.</summary>
/// <param name="connection">The account.</param>
public sealed class SignInExplainer(AccountConnection connection)
{
    /// <summary>The explanation, or the exception itself when it is none that this module knows.</summary>
    /// <param name="refusal">What the service answered.</param>
    /// <param name="wish">The sign-in.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="role">The role that was asked for, or null.</param>
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
                    $"One of the logins ({string.Join(", ", wish.Logins.Keys)}) belongs to another identity of the "
                        + $"pool than {wish.IdentityId ?? "the others"}.",
                    "Give the logins without -IdentityId: the pool then makes one identity of the two."),
            _ when AwsErrors.IsInvalid(refusal) => reading.InvalidParameter(refusal.Message),
            _ => null,
        };
        return found is null ? refusal : new SignInException(found.Id, found.Message, found.Cure, refusal);
    }

    /// <summary>The explanation of a token's refusal that the pool was not asked for.</summary>
    /// <param name="refusal">Why the pool would refuse the token.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="loginKey">The key in Logins that goes with the token.</param>
    /// <param name="claims">The token's claims.</param>
    public static SignInException Explain(TokenRefusal refusal, IdentityPool pool, string loginKey, SignInClaims claims)
    {
        var login = new Dictionary<string, string>(StringComparer.Ordinal) { [loginKey] = "" };
        var reading = new RefusalReading(new SignInWish(pool.IdentityPoolId, null, login), pool, DateTimeOffset.MinValue)
        {
            Decoded = [(loginKey, new JwtToken(claims))],
        };
        var found = reading.NotAuthorized(refusal.Message, null)
            ?? new Refusal("TokenNotVerified", refusal.Message, "Give the ID token as the provider issued it.");
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
            // Users who sign in are often not allowed to read the pool. The explanation is then shorter.
            return null;
        }
    }

    private async Task<Refusal> TrustAsync(SignInWish wish, IdentityPool? pool, string? role, CancellationToken cancellationToken)
    {
        const string Id = "RoleNotAssumable";
        if (pool is null)
        {
            return new Refusal(
                Id, "The role that this user gets is missing, or its trust policy does not accept the pool.",
                "Get-PoolRole, as somebody who may read the pool, says which condition fails.");
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
                PoolRoleTrust.Trusted => "accepts them",
                PoolRoleTrust.Conditional => $"accepts them on a condition: {string.Join("; ", read.Conditions)}",
                _ => "could not be read",
            };
            return new Refusal(
                Id,
                $"The role {arn} could not be assumed by {IamRoles.Users(identityType)} of identity pool "
                    + $"{pool}, although its trust policy {trust}.",
                "A role that was just made or changed takes some seconds: try again. Conditions that only IAM "
                    + "evaluates (dates, addresses) may also fail.");
        }
        return new Refusal(
            Id,
            $"The role {arn} refuses {IamRoles.Users(identityType)} of identity pool {pool}: {read.Reason}",
            $"Get-PoolRole '{pool.IdentityPoolId}' -Role '{read.RoleName}' | Set-PoolRole -RepairTrust adds what is "
                + $"missing{(role is null ? "." : ", where it is one of the pool's roles.")}");
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
        $"Set-PoolRole '{pool.IdentityPoolId}' -IdentityType {identityType} -CreateRole makes one.";

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

/// <summary>What a refusal means.</summary>
internal sealed record Refusal(string Id, string Message, string Cure);
