using System.Runtime.CompilerServices;
using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;

namespace CognitoPools.Identities;

/// <summary>Reads identities.</summary>
/// <param name="connection">The account.</param>
/// <param name="reporter">Receives the progress of a listing; null for none.</param>
public sealed class IdentityLister(AccountConnection connection, IReporter? reporter = null)
{
    /// <summary>The service's largest page.</summary>
    public const int PageSize = 60;

    private const string Operation = "ListIdentities";

    /// <summary>How much older than a listing an identity must be to be certainly part of it. The service refuses
    /// signed requests of a caller whose clock is off by more than this.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(15);

    /// <summary>The selected identities of a pool, page by page. The next page is requested while this one is read, so
    /// two pages are in memory.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="filter">Selects identities; null for all.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async IAsyncEnumerable<IReadOnlyList<PoolIdentity>> ListAsync(
        string identityPoolId, IdentityFilter? filter = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in PagesAsync(
            identityPoolId, "Listing identities", hideDisabled: false, cancellationToken).ConfigureAwait(
            false))
        {
            yield return [
                .. page.Where(identity => filter is null
                    || filter.Fits(identity)).Select(identity => Identity(identity, identityPoolId)),
            ];
        }
    }

    /// <summary>
    /// The selected disabled identities of a pool. The service does not mark them. Therefore the enabled identities are
    /// listed and remembered in 16 bytes each, then all are listed, and the difference is returned. An identity that
    /// was created after the first listing began is not in it; such identities are kept and checked in a third listing.
    /// </summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="filter">Selects identities; null for all.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public async IAsyncEnumerable<IReadOnlyList<PoolIdentity>> ListDisabledAsync(
        string identityPoolId, IdentityFilter? filter = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var certain = connection.TimeProvider.GetUtcNow() - ClockTolerance;
        var enabled = new IdentityIdSet();
        await foreach (var page in PagesAsync(
            identityPoolId, "Listing enabled identities", hideDisabled: true, cancellationToken).ConfigureAwait(
            false))
        {
            foreach (var identity in page)
                enabled.Add(identity.IdentityId);
        }

        var young = new Dictionary<string, PoolIdentity>(StringComparer.Ordinal);
        await foreach (var page in PagesAsync(
            identityPoolId, "Listing all identities", hideDisabled: false, cancellationToken).ConfigureAwait(
            false))
        {
            var found = new List<PoolIdentity>();
            foreach (var identity in page.Where(identity => (filter is null || filter.Fits(identity))
                && !enabled.Contains(identity.IdentityId)))
            {
                if (identity.CreationDate is { } created && created.ToUniversalTime() < certain.UtcDateTime)
                    found.Add(Identity(identity, identityPoolId));
                else
                    young[identity.IdentityId] = Identity(identity, identityPoolId);
            }

            yield return found;
        }

        if (young.Count == 0)
            yield break;
        await foreach (var page in PagesAsync(
            identityPoolId, "Listing enabled identities", hideDisabled: true, cancellationToken).ConfigureAwait(
            false))
        {
            foreach (var identity in page)
                young.Remove(identity.IdentityId);
            if (young.Count == 0)
                yield break;
        }

        yield return [.. young.Values];
    }

    /// <summary>One identity. The service does not report its pool.</summary>
    /// <param name="identityId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<PoolIdentity> DescribeAsync(string identityId, CancellationToken cancellationToken)
    {
        var answer = await connection.Cognito(IdentityIds.Region(identityId))
            .DescribeIdentityAsync(new DescribeIdentityRequest { IdentityId = identityId }, cancellationToken)
                .ConfigureAwait(false);
        return Identity(answer.IdentityId, null, answer.Logins, answer.CreationDate, answer.LastModifiedDate);
    }

    /// <summary>The pages of the service as they arrive. Exactly one page is requested ahead of the reader.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<IdentityDescription>> PagesAsync(
        string identityPoolId,
        string activity,
        bool hideDisabled,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        Func<long, long?>? left = null)
    {
        var region = PoolIds.Region(identityPoolId);
        var client = connection.Cognito(region);
        var progress = reporter is null ? null : new CountProgress(reporter, activity, "listed", connection.TimeProvider);
        var count = 0L;
        Task<ListIdentitiesResponse> Page(string? token) => client.ListIdentitiesAsync(
            new ListIdentitiesRequest
            {
                IdentityPoolId = identityPoolId,
                MaxResults = PageSize,
                NextToken = token,
                HideDisabled = hideDisabled ? true : null,
            },
            cancellationToken);

        var next = Page(null);
        while (next is not null)
        {
            var page = await next.ConfigureAwait(false);
            next = string.IsNullOrEmpty(page.NextToken) ? null : Page(page.NextToken);
            // When the reader stops early, the pending page is never awaited, so its exception must be observed here.
            _ = next?.ContinueWith(
                static task => task.Exception, CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            count += page.Identities?.Count ?? 0;
            if (progress is { IsDue: true })
                progress.Show(count, connection.IsThrottled(region, Operation), left?.Invoke(count));
            yield return page.Identities ?? [];
        }

        progress?.End();
    }

    private PoolIdentity Identity(IdentityDescription identity, string identityPoolId) =>
        Identity(identity.IdentityId, identityPoolId, identity.Logins, identity.CreationDate, identity.LastModifiedDate);

    private PoolIdentity Identity(
        string identityId, string? identityPoolId, List<string>? logins, DateTime? created, DateTime? modified) => new()
        {
            IdentityId = identityId,
            IdentityPoolId = identityPoolId,
            Logins = logins is { Count: > 0 } ? logins : [],
            CreationDate = (created ?? default).ToLocalTime(),
            LastModifiedDate = (modified ?? default).ToLocalTime(),
            Connection = connection,
        };
}
