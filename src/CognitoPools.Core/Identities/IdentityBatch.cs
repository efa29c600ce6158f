using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Identities;

/// <summary>Removes identities of one Region, with a single call if there are no errors.</summary>
/// <param name="connection">The account.</param>
/// <param name="region">The Region.</param>
internal sealed class IdentityBatch(AccountConnection connection, string region)
{
    /// <summary>The most identities that the service accepts in one call.</summary>
    public const int Size = 60;

    private const int Attempts = 5;
    private const int ParallelReads = 4;
    private const string AccessDenied = "AccessDenied";
    private const string NoReason = "no reason given";

    private readonly object gate = new();
    private Task? poolsListed;

    /// <summary>Removes identities.</summary>
    /// <param name="ids">Their ids, at most <see cref="Size"/>, each once.</param>
    /// <param name="cancellationToken">Abandons calls in progress, whose outcome is then unknown. Use
    /// <see cref="SendingStop"/> to let them complete.</param>
    /// <returns>One result for each id, in any order. There is none for an id that was not sent, or not accepted by the
    /// service, before a stop.</returns>
    public async Task<IReadOnlyList<IdentityOutcome>> RemoveAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var results = new List<IdentityOutcome>(ids.Count);
        await RemoveAsync(ids, results, cancellationToken).ConfigureAwait(false);
        return results;
    }

    private async Task RemoveAsync(IReadOnlyList<string> ids, List<IdentityOutcome> results, CancellationToken cancellationToken)
    {
        var waiting = ids;
        for (var attempt = 1; ; attempt++)
        {
            DeleteIdentitiesResponse answer;
            try
            {
                answer = await connection.Cognito(region)
                    .DeleteIdentitiesAsync(new DeleteIdentitiesRequest { IdentityIdsToDelete = [.. waiting] }, cancellationToken)
                        .ConfigureAwait(false);
            }
            catch (Exception exception) when (waiting.Count > 1 && AwsErrors.IsInvalid(exception))
            {
                // The service refuses a whole batch for one bad id. Halving the batch finds that id and still removes the others.
                var half = waiting.Count / 2;
                await RemoveAsync([.. waiting.Take(half)], results, cancellationToken).ConfigureAwait(false);
                await RemoveAsync([.. waiting.Skip(half)], results, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (!AwsErrors.IsCredentialsRefused(exception) && exception is not AccountException)
            {
                if (AwsErrors.IsNotSent(exception))
                    return;
                var status = AwsErrors.IsAmbiguous(exception)
                    ? PoolIdentityRemovalStatus.Unknown
                    : PoolIdentityRemovalStatus.Failed;
                results.AddRange(waiting.Select(id => new IdentityOutcome(id, status, exception)));
                return;
            }

            var left = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var item in answer.UnprocessedIdentityIds ?? [])
                left[item.IdentityId] = item.ErrorCode?.Value ?? NoReason;
            results.AddRange(waiting.Where(id => !left.ContainsKey(id))
                .Select(id => new IdentityOutcome(id, PoolIdentityRemovalStatus.Removed, null)));

            // Only an internal error of the service can succeed at the next attempt.
            var hopeless = waiting.Where(id => left.TryGetValue(id, out var code)
                && (attempt == Attempts || code == AccessDenied)).ToList();
            results.AddRange(await SettleAsync(hopeless, left, cancellationToken).ConfigureAwait(false));
            waiting = [.. waiting.Where(left.ContainsKey).Except(hopeless, StringComparer.Ordinal)];
            if (waiting.Count == 0 || await StoppedWhileWaitingAsync(attempt, cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    private async Task<IEnumerable<IdentityOutcome>> SettleAsync(
        List<string> ids, Dictionary<string, string> codes, CancellationToken cancellationToken)
    {
        var outcomes = new IdentityOutcome[ids.Count];
        var next = -1;
        async Task WorkAsync()
        {
            for (var index = Interlocked.Increment(ref next); index < ids.Count; index = Interlocked.Increment(ref next))
                outcomes[index] = await SettleAsync(ids[index], codes[ids[index]], cancellationToken).ConfigureAwait(false);
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(ParallelReads, ids.Count)).Select(_ => WorkAsync()))
            .ConfigureAwait(false);
        return outcomes;
    }

    // The service also answers AccessDenied for an identity that no longer exists, for example after a lost answer.
    // Such an identity counts as removed.
    private async Task<IdentityOutcome> SettleAsync(string identityId, string errorCode, CancellationToken cancellationToken)
    {
        var failed = new IdentityOutcome(
            identityId, PoolIdentityRemovalStatus.Failed, new UnprocessedIdentityException(identityId, errorCode));
        if (errorCode != AccessDenied)
            return failed;
        try
        {
            await connection.Cognito(region)
                .DescribeIdentityAsync(new DescribeIdentityRequest { IdentityId = identityId }, cancellationToken)
                .ConfigureAwait(false);
            return failed;
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return await IsPoolAsync(identityId, cancellationToken).ConfigureAwait(false)
                ? failed with { Error = IdentityIds.IsPools(identityId) }
                : new IdentityOutcome(identityId, PoolIdentityRemovalStatus.Removed, null);
        }
        catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception))
        {
            // Without the permission to describe the identity, the service's answer is all that is known.
            return failed;
        }
        catch (Exception)
        {
            // The check was stopped or got no answer, so an earlier attempt may have removed the identity.
            return failed with { Status = PoolIdentityRemovalStatus.Unknown };
        }
    }

    // A pool's id has the form of an identity's id, but was never an identity that could have been removed.
    private async Task<bool> IsPoolAsync(string id, CancellationToken cancellationToken)
    {
        Task listed;
        lock (gate)
            listed = poolsListed ??= ListPoolsAsync(cancellationToken);
        await listed.ConfigureAwait(false);
        return connection.KnownPools.Contains(id);
    }

    private async Task ListPoolsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var pool in new Pools.PoolDirectory(connection)
                .ListAsync(region, cancellationToken)
                .ConfigureAwait(false))
            {
                connection.KnownPools.Note(pool.IdentityPoolId);
            }
        }
        catch (Exception)
        {
            // Without the permission to list the pools, the id counts as that of a removed identity.
        }
    }

    private async Task<bool> StoppedWhileWaitingAsync(int attempt, CancellationToken cancellationToken)
    {
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(SendingStop.Token, cancellationToken);
            await connection.TimeProvider.Delay(TimeSpan.FromMilliseconds(100 * (1 << attempt)), either.Token)
                .ConfigureAwait(false);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
