using System.Runtime.CompilerServices;
using CognitoPools.Account;

namespace CognitoPools.Fleet;

/// <summary>
/// The pools of every Region of the account's partition. Regions are read in parallel, and returned in the order of
/// their names. A Region is skipped in two cases. It does not know the access key but another Region accepts it: the
/// account has not enabled the Region. Its endpoint has no address but another endpoint could be reached: the Region
/// has no identity pools.
/// </summary>
/// <param name="connection">The account.</param>
/// <param name="open">Creates the listing of a Region.</param>
/// <param name="tell">Receives a message about each skipped Region.</param>
public sealed class RegionFleets(AccountConnection connection, Func<string, PoolFleet> open, Action<string> tell)
{
    // Regions that may not be enabled or may not exist, until another Region shows that the account works.
    private readonly List<RegionReading> silent = [];
    private bool accepted;

    /// <summary>Every pool, Region by Region. The failure of a Region replaces its remaining pools.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="UnreadRegionException">No Region accepts the credentials, or none could be reached.</exception>
    public async IAsyncEnumerable<RegionPool> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var begun = new List<(RegionReading Reading, Task First)>();
        try
        {
            var readings = RegionsAsync(ended.Token)
                .ReadInOrderAsync((region, _) => Begin(region, begun, ended.Token), connection.TimeProvider, ended.Token);
            await foreach (var reading in readings.ConfigureAwait(false))
            {
                if (Ends(reading.Failure))
                    throw new UnreadRegionException(null, reading.Failure!);
                if (IsSilent(reading.Failure) && !accepted)
                {
                    silent.Add(reading);
                    continue;
                }
                accepted |= reading.Failure is null || AwsErrors.IsNotAuthorized(reading.Failure);
                foreach (var failed in accepted ? Reported() : [])
                    yield return failed;
                while (reading.Pool is { } pool)
                {
                    yield return new RegionPool(reading.Fleet, pool, null);
                    await reading.MoveAsync().ConfigureAwait(false);
                }
                if (reading.Failure is not null && !Skips(reading))
                    yield return FailureOf(reading);
            }
            if (silent.Count > 0)
            {
                var cause = silent.Find(reading => AwsErrors.IsAccessKeyUnknown(reading.Failure!)) ?? silent[0];
                throw new UnreadRegionException(null, cause.Failure!);
            }
        }
        finally
        {
            ended.Cancel();
            foreach (var (reading, first) in begun)
                await reading.EndAsync(first).ConfigureAwait(false);
        }
    }

    private static RegionPool FailureOf(RegionReading reading) =>
        new(reading.Fleet, null, new UnreadRegionException(reading.Region, reading.Failure!));

    // Expired keys and a wrong signature are the same everywhere.
    private static bool Ends(Exception? failure) => failure is AccountException
        || (failure is not null && AwsErrors.IsCredentialsRefused(failure) && !AwsErrors.IsAccessKeyUnknown(failure));

    private static bool IsSilent(Exception? failure) =>
        failure is not null && (AwsErrors.IsAccessKeyUnknown(failure) || AwsErrors.IsNetwork(failure));

    /// <summary>The failures that were kept until a Region showed that the account works.</summary>
    private List<RegionPool> Reported()
    {
        var failed = silent.FindAll(reading => !Skips(reading)).ConvertAll(FailureOf);
        silent.Clear();
        return failed;
    }

    private bool Skips(RegionReading reading)
    {
        if (AwsErrors.IsAccessKeyUnknown(reading.Failure!))
            tell($"Region {reading.Region} was skipped. It does not accept the access key, so the account has not enabled it.");
        else if (AwsErrors.IsHostUnknown(reading.Failure!))
            tell($"Region {reading.Region} was skipped. It has no endpoint for Amazon Cognito identity pools.");
        else
            return false;
        return true;
    }

    private async IAsyncEnumerable<string> RegionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var region in AwsRegion.OfPartition(connection.DefaultRegion ?? AwsRegion.SandboxDefault))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return region;
        }
    }

    private Task<RegionReading> Begin(
        string region, List<(RegionReading Reading, Task First)> begun, CancellationToken cancellationToken)
    {
        var reading = new RegionReading(region, open(region), cancellationToken);
        var first = Task.Run(reading.MoveAsync, CancellationToken.None);
        begun.Add((reading, first));
        return first;
    }
}
