using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;

namespace CognitoPools.Identities;

/// <summary>Removes identities, at most 60 with a call, and reports one result for each.</summary>
/// <param name="connection">The account.</param>
public sealed class IdentityRemover(AccountConnection connection)
{
    /// <summary>The most that the service takes with one call.</summary>
    public const int BatchSize = 60;

    private const int Attempts = 5;
    private const string AccessDenied = "AccessDenied";

    /// <summary>Removes identities of one Region.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="identityIds">Their ids, at most <see cref="BatchSize"/>, each once.</param>
    /// <param name="cancellationToken">Stops the work; what was under way is then unknown.</param>
    /// <returns>One result for each id, in no certain order.</returns>
    public async Task<IReadOnlyList<(string IdentityId, PoolIdentityRemovalStatus Status, Exception? Error)>> RemoveAsync(
        string region, IReadOnlyList<string> identityIds, CancellationToken cancellationToken)
    {
        var results = new List<(string, PoolIdentityRemovalStatus, Exception?)>(identityIds.Count);
        await RemoveAsync(region, identityIds, results, cancellationToken).ConfigureAwait(false);
        return results;
    }

    private async Task RemoveAsync(string region, IReadOnlyList<string> ids, List<(string, PoolIdentityRemovalStatus, Exception?)> results, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(region, ids, results, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (ids.Count > 1 && AwsErrors.IsInvalid(exception))
        {
            // The service refuses a whole batch for one bad id: halving it finds the culprit and saves the others.
            var half = ids.Count / 2;
            await RemoveAsync(region, [.. ids.Take(half)], results, cancellationToken).ConfigureAwait(false);
            await RemoveAsync(region, [.. ids.Skip(half)], results, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var status = AwsErrors.IsAmbiguous(exception) ? PoolIdentityRemovalStatus.Unknown : PoolIdentityRemovalStatus.Failed;
            results.AddRange(ids.Select(id => (id, status, (Exception?)exception)));
        }
    }

    private async Task SendAsync(string region, IReadOnlyList<string> ids, List<(string, PoolIdentityRemovalStatus, Exception?)> results, CancellationToken cancellationToken)
    {
        var waiting = ids;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await connection.Cognito(region)
                .DeleteIdentitiesAsync(new DeleteIdentitiesRequest { IdentityIdsToDelete = [.. waiting] }, cancellationToken).ConfigureAwait(false);
            var left = (answer.UnprocessedIdentityIds ?? []).ToDictionary(item => item.IdentityId, item => item.ErrorCode?.Value ?? "no reason given", StringComparer.Ordinal);
            results.AddRange(waiting.Where(id => !left.ContainsKey(id)).Select(id => (id, PoolIdentityRemovalStatus.Removed, (Exception?)null)));

            // Only what failed inside the service can succeed the next time.
            var hopeless = left.Where(item => attempt == Attempts || item.Value == AccessDenied).ToList();
            foreach (var item in hopeless) results.Add(await SettleAsync(region, item.Key, item.Value, cancellationToken).ConfigureAwait(false));
            waiting = [.. left.Keys.Except(hopeless.Select(item => item.Key), StringComparer.Ordinal)];
            if (waiting.Count == 0) return;
            if (await StoppedWhileWaitingAsync(attempt, cancellationToken).ConfigureAwait(false))
            {
                results.AddRange(waiting.Select(id => (id, PoolIdentityRemovalStatus.Failed, (Exception?)new UnprocessedIdentityException(id, left[id]))));
                return;
            }
        }
    }

    // An identity that is gone already is denied too, for example when the answer to an earlier attempt was lost: being gone is what was wanted.
    private async Task<(string, PoolIdentityRemovalStatus, Exception?)> SettleAsync(string region, string identityId, string errorCode, CancellationToken cancellationToken)
    {
        var failed = (identityId, PoolIdentityRemovalStatus.Failed, (Exception?)new UnprocessedIdentityException(identityId, errorCode));
        if (errorCode != AccessDenied) return failed;
        try
        {
            await connection.Cognito(region).DescribeIdentityAsync(new DescribeIdentityRequest { IdentityId = identityId }, cancellationToken).ConfigureAwait(false);
            return failed;
        }
        catch (ResourceNotFoundException)
        {
            return (identityId, PoolIdentityRemovalStatus.Removed, null);
        }
        catch (Exception)
        {
            // Nothing is proven, so the service's refusal stands.
            return failed;
        }
    }

    private async Task<bool> StoppedWhileWaitingAsync(int attempt, CancellationToken cancellationToken)
    {
        try
        {
            await connection.TimeProvider.Delay(TimeSpan.FromMilliseconds(100 * (1 << attempt)), cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
