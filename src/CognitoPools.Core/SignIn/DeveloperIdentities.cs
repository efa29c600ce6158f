using System.Runtime.CompilerServices;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.SignIn;

/// <summary>The identities of a pool's developer provider: the user identifiers of a back end and their
/// identities.</summary>
/// <param name="connection">The account.</param>
/// <param name="pageSize">How many user identifiers a page has, at most 60.</param>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html</remarks>
public sealed class DeveloperIdentities(AccountConnection connection, int pageSize = 60)
{
    /// <summary>The user identifiers of an identity, or the identity of a user identifier with all its identifiers,
    /// page by page.</summary>
    /// <param name="identityPoolId">The pool.</param>
    /// <param name="identityId">The identity, or null.</param>
    /// <param name="userIdentifier">The user identifier, or null.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async IAsyncEnumerable<PoolDeveloperIdentity> LookUpAsync(
        string identityPoolId, string? identityId, string? userIdentifier,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? token = null;
        do
        {
            var page = await Cognito(identityPoolId).LookupDeveloperIdentityAsync(new LookupDeveloperIdentityRequest
            {
                IdentityPoolId = identityPoolId,
                IdentityId = identityId,
                DeveloperUserIdentifier = userIdentifier,
                MaxResults = pageSize,
                NextToken = token,
            }, cancellationToken).ConfigureAwait(false);
            foreach (var identifier in page.DeveloperUserIdentifierList ?? [])
            {
                yield return new PoolDeveloperIdentity
                {
                    IdentityPoolId = identityPoolId,
                    IdentityId = page.IdentityId,
                    DeveloperUserIdentifier = identifier,
                    Connection = connection,
                };
            }
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }

    /// <summary>Merges two identities: the source's user identifier then belongs to the destination's identity, and the
    /// source's identity is disabled.</summary>
    /// <param name="identityPoolId">The pool.</param>
    /// <param name="providerName">The developer provider's name.</param>
    /// <param name="source">The user identifier that moves to the other identity.</param>
    /// <param name="destination">The user identifier whose identity is kept.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The id of the remaining identity.</returns>
    /// <exception cref="OutcomeException">The two were merged before a stop, or it is unknown whether they
    /// were.</exception>
    public Task<string> MergeAsync(
        string identityPoolId, string providerName, string source,
        string destination, CancellationToken cancellationToken) =>
        new SettledCall<string>(
            $"user '{source}' was merged into '{destination}'",
            $"users '{source}' and '{destination}' have the same identity",
            $"Get-PoolDeveloperIdentity '{identityPoolId}' -DeveloperUserIdentifier '{source}'",
            async token => (await Cognito(identityPoolId).MergeDeveloperIdentitiesAsync(new MergeDeveloperIdentitiesRequest
            {
                IdentityPoolId = identityPoolId,
                DeveloperProviderName = providerName,
                SourceUserIdentifier = source,
                DestinationUserIdentifier = destination,
            }, token).ConfigureAwait(false)).IdentityId,
            async token =>
            {
                var (from, to) = (
                    await FindAsync(identityPoolId, source, token).ConfigureAwait(false),
                    await FindAsync(identityPoolId, destination, token).ConfigureAwait(false));
                return from is not null && from == to ? to : null;
            })
        {
            IsOwnDoing = AwsErrors.IsRefusedAsDone,
        }.RunAsync(connection.TimeProvider, cancellationToken);

    /// <summary>Removes a user identifier from its identity. The identity stays.</summary>
    /// <param name="identityPoolId">The pool.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="providerName">The developer provider's name.</param>
    /// <param name="userIdentifier">The user identifier.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="OutcomeException">It was removed before a stop, or it is unknown whether it was.</exception>
    public Task UnlinkAsync(
        string identityPoolId, string identityId, string providerName,
        string userIdentifier, CancellationToken cancellationToken) =>
        new SettledCall<object>(
            $"user identifier '{userIdentifier}' was removed from identity {identityId}",
            $"user identifier '{userIdentifier}' does not belong to any identity",
            $"Get-PoolDeveloperIdentity '{identityPoolId}' -IdentityId '{identityId}'",
            async token => await Cognito(identityPoolId).UnlinkDeveloperIdentityAsync(new UnlinkDeveloperIdentityRequest
            {
                IdentityPoolId = identityPoolId,
                IdentityId = identityId,
                DeveloperProviderName = providerName,
                DeveloperUserIdentifier = userIdentifier,
            }, token).ConfigureAwait(false),
            // If the user has a different identity, the identifier was not removed from this one.
            async token => await FindAsync(identityPoolId, userIdentifier, token).ConfigureAwait(false) is null
                ? identityId
                : null)
        {
            IsOwnDoing = AwsErrors.IsRefusedAsDone,
        }.RunAsync(connection.TimeProvider, cancellationToken);

    /// <summary>Creates a token for a user of the back end.</summary>
    /// <param name="identityPoolId">The pool.</param>
    /// <param name="identityId">The identity to link, or null.</param>
    /// <param name="userIdentifier">The user identifier. It is also one of the logins.</param>
    /// <param name="logins">The developer provider's name with the user identifier, and further logins with their tokens.</param>
    /// <param name="principalTags">Principal tags of the session; may be empty.</param>
    /// <param name="duration">How long the token is valid: 1 second to 24 hours; null for the service's 15
    /// minutes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="OutcomeException">The token was lost, but the user's identity exists, or may exist.</exception>
    public async Task<PoolOpenIdToken> TokenAsync(
        string identityPoolId, string? identityId, string userIdentifier, IReadOnlyDictionary<string, string> logins,
        IReadOnlyDictionary<string, string> principalTags, TimeSpan? duration, CancellationToken cancellationToken)
    {
        var request = new GetOpenIdTokenForDeveloperIdentityRequest
        {
            IdentityPoolId = identityPoolId,
            IdentityId = identityId,
            Logins = logins.ToDictionary(login => login.Key, login => login.Value, StringComparer.Ordinal),
            PrincipalTags = principalTags.Count == 0
                ? null
                : principalTags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
            TokenDuration = duration is { } length ? (long)length.TotalSeconds : null,
        };
        try
        {
            var answer = await AnswerGrace.RunAsync(connection.TimeProvider, cancellationToken, token =>
                Cognito(identityPoolId).GetOpenIdTokenForDeveloperIdentityAsync(request, token)).ConfigureAwait(false);
            return PoolSignIn.TokenOf(answer.IdentityId, identityPoolId, answer.Token);
        }
        catch (Exception cause) when (AwsErrors.IsAmbiguous(cause))
        {
            if (await FindIdentityOfLostTokenAsync(identityPoolId, userIdentifier, cause).ConfigureAwait(false) is not { } identity)
                throw;
            throw new OutcomeException(
                $"The token for user '{userIdentifier}' was lost in transit ({cause.Message.TrimEnd('.')}). The user's "
                    + $"identity {identity} exists.",
                "Run the command again. It creates another token for the same identity.", isKnown: true, cause);
        }
    }

    /// <summary>Removes logins from an identity. The call is unsigned: the token of one of the identity's logins proves
    /// the right to do it.</summary>
    /// <param name="region">The identity's Region.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="logins">Login key to token, at least one of the identity's.</param>
    /// <param name="remove">The login keys to remove.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="OutcomeException">They were removed before a stop, or it is unknown whether they
    /// were.</exception>
    public Task UnlinkLoginsAsync(
        string region, string identityId, IReadOnlyDictionary<string, string> logins,
        IReadOnlyList<string> remove, CancellationToken cancellationToken) =>
        new SettledCall<object>(
            $"the logins {string.Join(", ", remove)} were removed from identity {identityId}",
            $"identity {identityId} does not have the logins {string.Join(", ", remove)}",
            $"Get-PoolIdentity -IdentityId '{identityId}'",
            async token => await connection.Cognito(region).UnlinkIdentityAsync(new UnlinkIdentityRequest
            {
                IdentityId = identityId,
                Logins = logins.ToDictionary(login => login.Key, login => login.Value, StringComparer.Ordinal),
                LoginsToRemove = [.. remove],
            }, token).ConfigureAwait(false),
            async token =>
            {
                var identity = await connection.Cognito(region).DescribeIdentityAsync(
                    new DescribeIdentityRequest { IdentityId = identityId }, token).ConfigureAwait(false);
                return (identity.Logins ?? []).Intersect(remove, StringComparer.Ordinal).Any() ? null : identityId;
            })
        {
            IsOwnDoing = exception => AwsErrors.IsRefusedAsDone(exception) || AwsErrors.IsNotAuthorized(exception),
        }.RunAsync(connection.TimeProvider, cancellationToken);

    private async Task<string?> FindIdentityOfLostTokenAsync(string identityPoolId, string userIdentifier, Exception cause)
    {
        using var limit = connection.TimeProvider.CreateCancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            return await FindAsync(identityPoolId, userIdentifier, limit.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            throw new OutcomeException(
                $"The token for user '{userIdentifier}' was lost in transit ({cause.Message.TrimEnd('.')}). An identity "
                    + "may have been created for the user.",
                "Run the command again. It creates another token for the same identity.", isKnown: false, cause);
        }
    }

    /// <summary>The identity of a user identifier, or null when there is none.</summary>
    private async Task<string?> FindAsync(string identityPoolId, string userIdentifier, CancellationToken cancellationToken)
    {
        try
        {
            return (await Cognito(identityPoolId).LookupDeveloperIdentityAsync(new LookupDeveloperIdentityRequest
            {
                IdentityPoolId = identityPoolId,
                DeveloperUserIdentifier = userIdentifier,
                MaxResults = pageSize,
            }, cancellationToken).ConfigureAwait(false)).IdentityId;
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return null;
        }
    }

    private IAmazonCognitoIdentity Cognito(string identityPoolId) => connection.Cognito(PoolIds.Region(identityPoolId));
}
