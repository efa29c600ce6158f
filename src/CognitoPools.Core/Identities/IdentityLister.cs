using System.Runtime.CompilerServices;
using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;
using CognitoPools.Pools;

namespace CognitoPools.Identities;

/// <summary>Reads identities.</summary>
/// <param name="connection">The account.</param>
public sealed class IdentityLister(AccountConnection connection)
{
    /// <summary>The service's largest page.</summary>
    public const int PageSize = 60;

    /// <summary>Every identity of a pool, page by page, with the next page under way while this one is read. Memory holds two pages.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async IAsyncEnumerable<PoolIdentity> ListAsync(string identityPoolId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var client = connection.Cognito(PoolIds.Region(identityPoolId));
        Task<ListIdentitiesResponse> Page(string? token) => client.ListIdentitiesAsync(
            new ListIdentitiesRequest { IdentityPoolId = identityPoolId, MaxResults = PageSize, NextToken = token }, cancellationToken);

        var next = Page(null);
        while (next is not null)
        {
            var page = await next.ConfigureAwait(false);
            next = string.IsNullOrEmpty(page.NextToken) ? null : Page(page.NextToken);
            // When the reader stops early, nobody awaits the page under way.
            _ = next?.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            foreach (var identity in page.Identities ?? [])
            {
                yield return Identity(identity.IdentityId, identityPoolId, identity.Logins, identity.CreationDate, identity.LastModifiedDate);
            }
        }
    }

    /// <summary>One identity. The service does not say of which pool it is.</summary>
    /// <param name="identityId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<PoolIdentity> DescribeAsync(string identityId, CancellationToken cancellationToken)
    {
        var answer = await connection.Cognito(IdentityIds.Region(identityId))
            .DescribeIdentityAsync(new DescribeIdentityRequest { IdentityId = identityId }, cancellationToken).ConfigureAwait(false);
        return Identity(answer.IdentityId, null, answer.Logins, answer.CreationDate, answer.LastModifiedDate);
    }

    private PoolIdentity Identity(string identityId, string? identityPoolId, List<string>? logins, DateTime? created, DateTime? modified) => new()
    {
        IdentityId = identityId,
        IdentityPoolId = identityPoolId,
        Logins = logins ?? [],
        CreationDate = (created ?? default).ToLocalTime(),
        LastModifiedDate = (modified ?? default).ToLocalTime(),
        Connection = connection,
    };
}
