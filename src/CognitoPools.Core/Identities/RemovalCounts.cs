namespace CognitoPools.Identities;

/// <summary>Counts the results of a removal. Thread-safe.</summary>
internal sealed class RemovalCounts
{
    private readonly object gate = new();
    private long given;
    private long removed;
    private long failed;
    private long unknown;
    private long notSent;
    private long repeated;
    private long refused;
    private long pending;

    public void Refuse()
    {
        lock (gate)
            refused++;
    }

    public void Repeat()
    {
        lock (gate)
            repeated++;
    }

    public void Give()
    {
        lock (gate)
            given++;
    }

    public void KeepBack(int count)
    {
        lock (gate)
            notSent += count;
    }

    public void Start(int count)
    {
        lock (gate)
            pending += count;
    }

    /// <summary>Counts the outcomes of a batch. Identities without an outcome were not sent.</summary>
    public void End(int count, IReadOnlyList<IdentityOutcome> outcomes)
    {
        lock (gate)
        {
            // An abandoned batch is already counted as unknown; a late answer must not count it again.
            if (pending < count)
                return;
            pending -= count;
            foreach (var outcome in outcomes)
            {
                if (outcome.Status == PoolIdentityRemovalStatus.Removed)
                    removed++;
                else if (outcome.Status == PoolIdentityRemovalStatus.Failed)
                    failed++;
                else
                    unknown++;
            }

            notSent += count - outcomes.Count;
        }
    }

    /// <summary>Counts the identities in progress as unknown.</summary>
    public void AbandonRest()
    {
        lock (gate)
        {
            unknown += pending;
            pending = 0;
        }
    }

    public PoolIdentityRemovalSummary Summary(bool stopped, TimeSpan elapsed)
    {
        lock (gate)
        {
            return new PoolIdentityRemovalSummary
            {
                Given = given,
                Removed = removed,
                Failed = failed,
                Unknown = unknown,
                NotSent = notSent,
                Repeated = repeated,
                Refused = refused,
                Stopped = stopped,
                Elapsed = elapsed,
            };
        }
    }
}
