using System.Collections.Concurrent;
using CognitoPools.Account;

namespace CognitoPools.Identities;

/// <summary>
/// Removes identities as they are added: collects them into calls of 60 for each account and Region, keeps several
/// calls in progress, and produces one result for each identity. Adding waits while the maximum number of calls is in
/// progress, so that memory does not grow with the number of identities. Use it from one thread at a time; results can
/// be taken during a wait.
/// </summary>
/// <remarks>An id that repeats within the last <see cref="RepeatWindow"/> ids of its account and Region is skipped and
/// counted. One that repeats later is sent again, which is harmless, and has another result.</remarks>
public sealed class IdentityRemover : IDisposable
{
    /// <summary>The most identities that the service accepts in one call.</summary>
    internal const int BatchSize = IdentityBatch.Size;

    /// <summary>The number of ids within which a repeated id is skipped.</summary>
    internal const int RepeatWindow = 10_000;

    /// <summary>The maximum number of calls in progress. At the service's quota of ten a second, this is enough for
    /// answers that take most of a second.</summary>
    internal const int MaxBatches = 8;

    /// <summary>The number of consecutive calls without an answer after which nothing more is sent.</summary>
    internal const int SilentBatches = 3;

    private const string Activity = "Removing identities";

    private readonly Dictionary<(AccountConnection Connection, string Region), Lane> lanes = [];
    private readonly ConcurrentQueue<IdentityOutcome> outcomes = new();
    private readonly SemaphoreSlim free = new(MaxBatches, MaxBatches);
    private readonly SemaphoreSlim draining = new(1, 1);
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenSource abandon = new();
    private readonly IReporter reporter;
    private readonly ICallObserver? observer;
    private readonly RemovalCounts counts = new();
    private TimeProvider time = TimeProvider.System;
    private long? start;
    private CountProgress? progress;
    private Exception? fault;
    private bool allGiven;
    private int silent;

    /// <summary>Creates a remover. Nothing is sent before 60 identities are added, or <see cref="FinishAsync"/> is
    /// called.</summary>
    /// <param name="reporter">Receives the progress.</param>
    /// <param name="observer">Receives the calls; null for none.</param>
    /// <param name="stop">Stops sending. Calls in progress can complete until <see cref="StopAsync"/> abandons
    /// them.</param>
    public IdentityRemover(IReporter reporter, ICallObserver? observer, CancellationToken stop)
    {
        (this.reporter, this.observer) = (reporter, observer);
        this.stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    /// <summary>The error after which nothing more can be removed, such as expired credentials or a network outage. The
    /// remaining identities count as not sent.</summary>
    public Exception? Fault => Volatile.Read(ref fault);

    /// <summary>The current counts. They add up after <see cref="FinishAsync"/> or <see cref="StopAsync"/> has
    /// completed.</summary>
    public PoolIdentityRemovalSummary Summary =>
        counts.Summary(stop.IsCancellationRequested, this.start is { } start ? time.GetElapsedTime(start) : TimeSpan.Zero);

    /// <summary>Counts an item that is not an identity.</summary>
    public void Refuse() => counts.Refuse();

    /// <summary>Adds an identity.</summary>
    /// <param name="connection">Its account.</param>
    /// <param name="identityId">Its id.</param>
    /// <param name="identityPoolId">Its pool, if it is known.</param>
    /// <returns>Completes when the next identity can be added: usually at once, otherwise when a call has been
    /// answered.</returns>
    /// <exception cref="InvalidSettingException">The text is not the id of an identity, or is known to be the id of a
    /// pool.</exception>
    /// <exception cref="OperationCanceledException">The remover no longer sends.</exception>
    public Task AddAsync(AccountConnection connection, string identityId, string? identityPoolId)
    {
        var (region, key) = IdentityIds.Parse(identityId);
        if (identityId == identityPoolId || connection.KnownPools.Contains(identityId))
            throw IdentityIds.IsPools(identityId);
        if (!lanes.TryGetValue((connection, region), out var lane))
            lanes[(connection, region)] = lane = new Lane(connection, region);
        if (!lane.Recent.Add(key))
        {
            counts.Repeat();
            return Task.CompletedTask;
        }

        if (start is null)
            Begin(connection.TimeProvider);
        counts.Give();
        return lane.Add(identityId, identityPoolId) == BatchSize ? SendAsync(lane) : Task.CompletedTask;
    }

    /// <summary>Sends the remaining identities and waits for every answer.</summary>
    /// <exception cref="OperationCanceledException">The sending was stopped first.</exception>
    public async Task FinishAsync()
    {
        allGiven = true;
        foreach (var lane in lanes.Values)
            await SendAsync(lane).ConfigureAwait(false);
        await WaitForAllAsync().ConfigureAwait(false);
        stop.Token.ThrowIfCancellationRequested();
        progress?.End();
    }

    /// <summary>Sends nothing more, and waits for pending answers for some time before it abandons them.</summary>
    /// <param name="grace">How long to wait for answers, and then again for calls to notice that they are
    /// abandoned.</param>
    public async Task StopAsync(TimeSpan grace)
    {
        stop.Cancel();
        foreach (var lane in lanes.Values)
            KeepBack(lane);
        var answered = WaitForAllAsync();
        if (await Task.WhenAny(answered, time.Delay(grace)).ConfigureAwait(false) != answered)
        {
            abandon.Cancel();
            await Task.WhenAny(answered, time.Delay(grace)).ConfigureAwait(false);
        }

        counts.AbandonRest();
        progress?.End();
    }

    /// <summary>Removes a result from the queue, if one is available.</summary>
    public bool TryTake(out IdentityOutcome outcome) => outcomes.TryDequeue(out outcome);

    /// <summary>Abandons the calls in progress.</summary>
    public void Dispose()
    {
        stop.Cancel();
        abandon.Cancel();
    }

    // The clock is that of the first account; before the first identity no account is known.
    private void Begin(TimeProvider time)
    {
        (this.time, start) = (time, time.GetTimestamp());
        progress = new CountProgress(reporter, Activity, "removed", time);
    }

    private async Task WaitForAllAsync()
    {
        // One drain at a time: FinishAsync and StopAsync would deadlock, each holding some of the permits.
        await draining.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        for (var batch = 0; batch < MaxBatches; batch++)
            await free.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        free.Release(MaxBatches);
        draining.Release();
    }

    private Task SendAsync(Lane lane)
    {
        if (lane.IsEmpty)
            return Task.CompletedTask;
        if (stop.IsCancellationRequested)
        {
            KeepBack(lane);
            return Task.FromCanceled(stop.Token);
        }

        if (!free.Wait(0, CancellationToken.None))
            return SendWhenFreeAsync(lane);
        Start(lane);
        return Task.CompletedTask;
    }

    private async Task SendWhenFreeAsync(Lane lane)
    {
        try
        {
            await free.WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            KeepBack(lane);
            throw;
        }

        Start(lane);
    }

    private void KeepBack(Lane lane) => counts.KeepBack(lane.TakeAll().Length);

    private void Start(Lane lane)
    {
        var batch = lane.TakeAll();
        if (batch.Length == 0)
        {
            // A stop has already taken the ids back.
            free.Release();
            return;
        }

        counts.Start(batch.Length);
        // The execution context must not flow: the calls would be reported to the command that pipes the identities in.
        using var apart = ExecutionContext.IsFlowSuppressed() ? (IDisposable?)null : ExecutionContext.SuppressFlow();
        _ = Task.Run(() => RunAsync(lane, batch), CancellationToken.None);
    }

    private async Task RunAsync(Lane lane, (string IdentityId, string? IdentityPoolId)[] batch)
    {
        IReadOnlyList<IdentityOutcome> outcomes = [];
        try
        {
            SendingStop.On(stop.Token);
            using var observation = observer is null ? null : CallObservation.Observe(observer);
            outcomes = await lane.Batches.RemoveAsync([.. batch.Select(identity => identity.IdentityId)], abandon.Token)
                .ConfigureAwait(false);
            CountSilence(outcomes);
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
        finally
        {
            counts.End(batch.Length, outcomes);
            Publish(batch, outcomes);
            Report(lane);
            free.Release();
        }
    }

    // In an outage every batch would wait for all its attempts, and each would leave 60 identities unknown.
    private void CountSilence(IReadOnlyList<IdentityOutcome> outcomes)
    {
        if (outcomes.Count == 0)
            return;
        if (!outcomes.All(outcome => outcome.Error is { } error && AwsErrors.IsNetwork(error)))
            Interlocked.Exchange(ref silent, 0);
        else if (Interlocked.Increment(ref silent) >= SilentBatches)
            Fail(outcomes[0].Error!);
    }

    // Every later call would fail in the same way.
    private void Fail(Exception error)
    {
        Interlocked.CompareExchange(ref fault, error, null);
        stop.Cancel();
    }

    private void Publish((string IdentityId, string? IdentityPoolId)[] batch, IReadOnlyList<IdentityOutcome> outcomes)
    {
        var pools = batch.ToDictionary(
            identity => identity.IdentityId, identity => identity.IdentityPoolId, StringComparer.Ordinal);
        foreach (var outcome in outcomes)
            this.outcomes.Enqueue(outcome with { IdentityPoolId = pools[outcome.IdentityId] });
    }

    private void Report(Lane lane)
    {
        if (this.progress is not { IsDue: true } progress)
            return;
        var summary = Summary;
        progress.Show(
            summary.Removed,
            lane.Connection.IsThrottled(lane.Region, "DeleteIdentities"),
            Volatile.Read(ref allGiven) ? summary.Given - summary.Removed - summary.Failed - summary.Unknown : null,
            summary.Failed + summary.Unknown);
    }

    /// <summary>The identities for one account and Region. A stop can occur while a caller waits to send.</summary>
    private sealed class Lane(AccountConnection connection, string region)
    {
        private readonly List<(string IdentityId, string? IdentityPoolId)> waiting = new(BatchSize);

        public AccountConnection Connection => connection;

        public string Region => region;

        public IdentityBatch Batches { get; } = new(connection, region);

        public RecentIds Recent { get; } = new(RepeatWindow);

        public bool IsEmpty
        {
            get
            {
                lock (waiting)
                    return waiting.Count == 0;
            }
        }

        public int Add(string identityId, string? identityPoolId)
        {
            lock (waiting)
            {
                waiting.Add((identityId, identityPoolId));
                return waiting.Count;
            }
        }

        public (string IdentityId, string? IdentityPoolId)[] TakeAll()
        {
            lock (waiting)
            {
                var all = waiting.ToArray();
                waiting.Clear();
                return all;
            }
        }
    }
}
