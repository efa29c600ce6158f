using System.Collections.Concurrent;
using CognitoPools.Account;

namespace CognitoPools.Identities;

/// <summary>
/// Removes identities as they are given: gathers them into calls of 60 for each account and Region, keeps several calls under way, and has one result for each. Whoever gives them waits while as many calls
/// are under way as may be, so that memory does not grow with their number. Use from one thread at a time; results may be taken while a wait is on.
/// </summary>
/// <remarks>An id that comes again within the last <see cref="RepeatWindow"/> of its account and Region is left out and only counted. One that comes later is sent again, which does no harm, and has a result again.</remarks>
public sealed class IdentityRemover : IDisposable
{
    /// <summary>The most that the service takes with one call.</summary>
    internal const int BatchSize = IdentityBatch.Size;

    /// <summary>Within how many ids a repeated one is left out.</summary>
    internal const int RepeatWindow = 10_000;

    /// <summary>How many calls are under way at most. At the service's quota of ten a second that is enough for answers that take most of a second.</summary>
    internal const int BatchesUnderWay = 8;

    private const string Activity = "Removing identities";

    private readonly Dictionary<(AccountConnection Connection, string Region), Lane> _lanes = [];
    private readonly ConcurrentQueue<IdentityOutcome> _outcomes = new();
    private readonly SemaphoreSlim _free = new(BatchesUnderWay, BatchesUnderWay);
    private readonly SemaphoreSlim _draining = new(1, 1);
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _abandon = new();
    private readonly IReporter _reporter;
    private readonly ICallObserver? _observer;
    private readonly RemovalCounts _counts = new();
    private TimeProvider _time = TimeProvider.System;
    private long? _start;
    private IdentityProgress? _progress;
    private Exception? _fault;
    private bool _allGiven;

    /// <summary>Makes a remover. Nothing is sent before 60 identities are given, or <see cref="FinishAsync"/> is called.</summary>
    /// <param name="reporter">Who is told how far it is.</param>
    /// <param name="observer">Who is told of the calls; null when nobody listens.</param>
    /// <param name="stop">Ends the sending; what is under way may still be answered until <see cref="StopAsync"/> gives it up.</param>
    public IdentityRemover(IReporter reporter, ICallObserver? observer, CancellationToken stop)
    {
        (_reporter, _observer) = (reporter, observer);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    /// <summary>The error after which nothing more can be removed, such as credentials that have expired; what was not removed then counts as not sent.</summary>
    public Exception? Fault => Volatile.Read(ref _fault);

    /// <summary>How far it is. It adds up once <see cref="FinishAsync"/> or <see cref="StopAsync"/> has ended.</summary>
    public PoolIdentityRemovalSummary Summary => _counts.Summary(_stop.IsCancellationRequested, _start is { } start ? _time.GetElapsedTime(start) : TimeSpan.Zero);

    /// <summary>Counts an item that is no identity.</summary>
    public void Refuse() => _counts.Refuse();

    /// <summary>Takes an identity.</summary>
    /// <param name="connection">Its account.</param>
    /// <param name="identityId">Its id.</param>
    /// <param name="identityPoolId">Its pool, when it is known.</param>
    /// <returns>Ends when the next one may be given: mostly at once, otherwise when a call has been answered.</returns>
    /// <exception cref="InvalidSettingException">It is no identity's id, or known to be a pool's.</exception>
    /// <exception cref="OperationCanceledException">The sending has ended.</exception>
    public Task AddAsync(AccountConnection connection, string identityId, string? identityPoolId)
    {
        var (region, key) = IdentityIds.Parse(identityId);
        if (identityId == identityPoolId || connection.KnownPools.Contains(identityId)) throw IdentityIds.IsPools(identityId);
        if (!_lanes.TryGetValue((connection, region), out var lane)) _lanes[(connection, region)] = lane = new Lane(connection, region);
        if (!lane.Recent.Add(key))
        {
            _counts.Repeat();
            return Task.CompletedTask;
        }

        if (_start is null) Begin(connection.TimeProvider);
        _counts.Give();
        return lane.Add(identityId, identityPoolId) == BatchSize ? SendAsync(lane) : Task.CompletedTask;
    }

    /// <summary>Sends what is left and waits for every answer.</summary>
    /// <exception cref="OperationCanceledException">The sending was stopped first.</exception>
    public async Task FinishAsync()
    {
        _allGiven = true;
        foreach (var lane in _lanes.Values) await SendAsync(lane).ConfigureAwait(false);
        await WaitForAllAsync().ConfigureAwait(false);
        _stop.Token.ThrowIfCancellationRequested();
        _progress?.End();
    }

    /// <summary>Sends nothing more and waits some time for pending answers before giving them up.</summary>
    /// <param name="grace">How long to wait for answers, and again for calls to notice that they are given up.</param>
    public async Task StopAsync(TimeSpan grace)
    {
        _stop.Cancel();
        foreach (var lane in _lanes.Values) KeepBack(lane);
        var answered = WaitForAllAsync();
        if (await Task.WhenAny(answered, _time.Delay(grace)).ConfigureAwait(false) != answered)
        {
            _abandon.Cancel();
            await Task.WhenAny(answered, _time.Delay(grace)).ConfigureAwait(false);
        }

        _counts.AbandonRest();
        _progress?.End();
    }

    /// <summary>Takes a result, if there is one.</summary>
    public bool TryTake(out IdentityOutcome outcome) => _outcomes.TryDequeue(out outcome);

    /// <summary>Gives up what is under way.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _abandon.Cancel();
    }

    // The clock is that of the first account; before the first identity no account is known.
    private void Begin(TimeProvider time)
    {
        (_time, _start) = (time, time.GetTimestamp());
        _progress = new IdentityProgress(_reporter, Activity, "removed", time);
    }

    private async Task WaitForAllAsync()
    {
        // One drain at a time: FinishAsync and StopAsync would deadlock, each holding some of the permits.
        await _draining.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        for (var batch = 0; batch < BatchesUnderWay; batch++) await _free.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _free.Release(BatchesUnderWay);
        _draining.Release();
    }

    private Task SendAsync(Lane lane)
    {
        if (lane.IsEmpty) return Task.CompletedTask;
        if (_stop.IsCancellationRequested)
        {
            KeepBack(lane);
            return Task.FromCanceled(_stop.Token);
        }

        if (!_free.Wait(0, CancellationToken.None)) return SendWhenFreeAsync(lane);
        Start(lane);
        return Task.CompletedTask;
    }

    private async Task SendWhenFreeAsync(Lane lane)
    {
        try
        {
            await _free.WaitAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            KeepBack(lane);
            throw;
        }

        Start(lane);
    }

    private void KeepBack(Lane lane) => _counts.KeepBack(lane.TakeAll().Length);

    private void Start(Lane lane)
    {
        var batch = lane.TakeAll();
        if (batch.Length == 0)
        {
            // A stop has already taken the ids back.
            _free.Release();
            return;
        }

        _counts.Start(batch.Length);
        // The execution context must not flow: the calls would be reported to the command that pipes the identities in.
        using var apart = ExecutionContext.IsFlowSuppressed() ? (IDisposable?)null : ExecutionContext.SuppressFlow();
        _ = Task.Run(() => RunAsync(lane, batch), CancellationToken.None);
    }

    private async Task RunAsync(Lane lane, (string IdentityId, string? IdentityPoolId)[] batch)
    {
        IReadOnlyList<IdentityOutcome> outcomes = [];
        try
        {
            SendingStop.On(_stop.Token);
            using var observation = _observer is null ? null : CallObservation.Observe(_observer);
            outcomes = await lane.Batches.RemoveAsync([.. batch.Select(identity => identity.IdentityId)], _abandon.Token).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // Every later call would fail in the same way.
            Interlocked.CompareExchange(ref _fault, fault, null);
            _stop.Cancel();
        }
        finally
        {
            _counts.End(batch.Length, outcomes);
            Publish(batch, outcomes);
            Report(lane);
            _free.Release();
        }
    }

    private void Publish((string IdentityId, string? IdentityPoolId)[] batch, IReadOnlyList<IdentityOutcome> outcomes)
    {
        var pools = batch.ToDictionary(identity => identity.IdentityId, identity => identity.IdentityPoolId, StringComparer.Ordinal);
        foreach (var outcome in outcomes) _outcomes.Enqueue(outcome with { IdentityPoolId = pools[outcome.IdentityId] });
    }

    private void Report(Lane lane)
    {
        if (_progress is not { IsDue: true } progress) return;
        var summary = Summary;
        progress.Show(
            summary.Removed,
            lane.Connection.IsThrottled(lane.Region, "DeleteIdentities"),
            Volatile.Read(ref _allGiven) ? summary.Given - summary.Removed - summary.Failed - summary.Unknown : null,
            summary.Failed + summary.Unknown);
    }

    /// <summary>What goes to one account and Region. A stop may come while somebody waits to send.</summary>
    private sealed class Lane(AccountConnection connection, string region)
    {
        private readonly List<(string IdentityId, string? IdentityPoolId)> _waiting = new(BatchSize);

        public AccountConnection Connection => connection;

        public string Region => region;

        public IdentityBatch Batches { get; } = new(connection, region);

        public RecentIds Recent { get; } = new(RepeatWindow);

        public bool IsEmpty
        {
            get
            {
                lock (_waiting) return _waiting.Count == 0;
            }
        }

        public int Add(string identityId, string? identityPoolId)
        {
            lock (_waiting)
            {
                _waiting.Add((identityId, identityPoolId));
                return _waiting.Count;
            }
        }

        public (string IdentityId, string? IdentityPoolId)[] TakeAll()
        {
            lock (_waiting)
            {
                var all = _waiting.ToArray();
                _waiting.Clear();
                return all;
            }
        }
    }
}
