using System.Runtime.CompilerServices;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;

namespace CognitoPools.SignIn;

/// <summary>The identities of a pool's developer provider: a back end's own user identifiers, and the identities that
/// they stand for.</summary>
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

    /// <summary>Makes one identity of two: the source's user identifier then stands for the destination's identity, and
    /// the source's own is disabled.</summary>
    /// <param name="identityPoolId">The pool.</param>
    /// <param name="providerName">The developer provider's name.</param>
    /// <param name="source">The user identifier that goes over.</param>
    /// <param name="destination">The user identifier whose identity stays.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The id of the identity that is left.</returns>
    public async Task<string> MergeAsync(
        string identityPoolId, string providerName, string source,
        string destination, CancellationToken cancellationToken) =>
        (await Cognito(identityPoolId).MergeDeveloperIdentitiesAsync(new MergeDeveloperIdentitiesRequest
        {
            IdentityPoolId = identityPoolId,
            DeveloperProviderName = providerName,
            SourceUserIdentifier = source,
            DestinationUserIdentifier = destination,
        }, cancellationToken).ConfigureAwait(false)).IdentityId;

    /// <summary>Takes a user identifier from its identity. The identity stays.</summary>
    /// <param name="identityPoolId">The pool.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="providerName">The developer provider's name.</param>
    /// <param name="userIdentifier">The user identifier.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task UnlinkAsync(
        string identityPoolId, string identityId, string providerName,
        string userIdentifier, CancellationToken cancellationToken) =>
        Cognito(identityPoolId).UnlinkDeveloperIdentityAsync(new UnlinkDeveloperIdentityRequest
        {
            IdentityPoolId = identityPoolId,
            IdentityId = identityId,
            DeveloperProviderName = providerName,
            DeveloperUserIdentifier = userIdentifier,
        }, cancellationToken);

    /// <summary>A token for a user of the back end, which takes it for one of the pool's identities.</summary>
    /// <param name="identityPoolId">The pool.</param>
    /// <param name="identityId">The identity to link, or null.</param>
    /// <param name="logins">The developer provider's name with the user identifier, and further logins with their tokens.</param>
    /// <param name="principalTags">Principal tags of the session; may be empty.</param>
    /// <param name="duration">How long the token is good: 1 second to 24 hours; null for the service's 15 minutes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<PoolOpenIdToken> TokenAsync(
        string identityPoolId, string? identityId, IReadOnlyDictionary<string, string> logins,
        IReadOnlyDictionary<string, string> principalTags, TimeSpan? duration, CancellationToken cancellationToken)
    {
        var answer = await Cognito(identityPoolId).GetOpenIdTokenForDeveloperIdentityAsync(
            new GetOpenIdTokenForDeveloperIdentityRequest
            {
                IdentityPoolId = identityPoolId,
                IdentityId = identityId,
                Logins = logins.ToDictionary(login => login.Key, login => login.Value, StringComparer.Ordinal),
                PrincipalTags = principalTags.Count == 0
                    ? null
                    : principalTags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
                TokenDuration = duration is { } length ? (long)length.TotalSeconds : null,
            }, cancellationToken).ConfigureAwait(false);
        return PoolSignIn.TokenOf(answer.IdentityId, identityPoolId, answer.Token);
    }

    /// <summary>Takes logins from an identity. The call goes unsigned: a login that stays or goes proves the right to
    /// do it.</summary>
    /// <param name="region">The identity's Region.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="logins">Login key to token, at least one of the identity's.</param>
    /// <param name="remove">The login keys to take away.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task UnlinkLoginsAsync(
        string region, string identityId, IReadOnlyDictionary<string, string> logins,
        IReadOnlyList<string> remove, CancellationToken cancellationToken) =>
        connection.Cognito(region).UnlinkIdentityAsync(new UnlinkIdentityRequest
        {
            IdentityId = identityId,
            Logins = logins.ToDictionary(login => login.Key, login => login.Value, StringComparer.Ordinal),
            LoginsToRemove = [.. remove],
        }, cancellationToken);

    private IAmazonCognitoIdentity Cognito(string identityPoolId) => connection.Cognito(PoolIds.Region(identityPoolId));
}
