namespace CognitoPools.Identities;

/// <summary>Keeps count of a removal. Thread-safe.</summary>
internal sealed class RemovalCounts
{
    private readonly object _gate = new();
    private long _given;
    private long _removed;
    private long _failed;
    private long _unknown;
    private long _notSent;
    private long _repeated;
    private long _refused;
    private long _underWay;

    public void Refuse()
    {
        lock (_gate) _refused++;
    }

    public void Repeat()
    {
        lock (_gate) _repeated++;
    }

    public void Give()
    {
        lock (_gate) _given++;
    }

    public void KeepBack(int count)
    {
        lock (_gate) _notSent += count;
    }

    public void Start(int count)
    {
        lock (_gate) _underWay += count;
    }

    /// <summary>Counts the outcomes of a batch; what of it has none was not sent.</summary>
    public void End(int count, IReadOnlyList<IdentityOutcome> outcomes)
    {
        lock (_gate)
        {
            // A batch that was given up is already counted as unknown; a late answer must not count it again.
            if (_underWay < count) return;
            _underWay -= count;
            foreach (var outcome in outcomes)
            {
                if (outcome.Status == PoolIdentityRemovalStatus.Removed) _removed++;
                else if (outcome.Status == PoolIdentityRemovalStatus.Failed) _failed++;
                else _unknown++;
            }

            _notSent += count - outcomes.Count;
        }
    }

    /// <summary>Counts what is still under way as unknown.</summary>
    public void AbandonRest()
    {
        lock (_gate)
        {
            _unknown += _underWay;
            _underWay = 0;
        }
    }

    public PoolIdentityRemovalSummary Summary(bool stopped, TimeSpan elapsed)
    {
        lock (_gate)
        {
            return new PoolIdentityRemovalSummary
            {
                Given = _given,
                Removed = _removed,
                Failed = _failed,
                Unknown = _unknown,
                NotSent = _notSent,
                Repeated = _repeated,
                Refused = _refused,
                Stopped = stopped,
                Elapsed = elapsed,
            };
        }
    }
}
