using System.Management.Automation;

namespace CognitoPools.Commands;

/// <summary>The progress of a command. The core's threads report it, and the pipeline's thread shows it: at most five times a
/// second, always the newest state. Every activity that was shown is also completed.</summary>
/// <param name="time">The clock.</param>
internal sealed class ProgressBoard(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly object gate = new();
    private readonly List<Entry> entries = [];
    private long? shownAt;
    private int lastId;

    /// <summary>Records a state; the newest replaces one that was not shown.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="status">Its status; null when it has ended.</param>
    /// <param name="percent">The part that is done; null when it is unknown.</param>
    public void Set(string activity, string? status, int? percent)
    {
        lock (gate)
        {
            var entry = entries.Find(known => known.Activity == activity && !known.HasEnded);
            if (entry is null)
            {
                if (status is null)
                    return;
                entries.Add(entry = new Entry(activity, entries.FindLast(known => !known.HasEnded)?.Id ?? -1, lastId++));
            }
            if (status is null && !entry.IsShown)
                entries.Remove(entry);
            else
                (entry.Status, entry.Percent, entry.IsNew) = (status, percent ?? -1, true);
        }
    }

    /// <summary>The records to show now.</summary>
    public IReadOnlyList<ProgressRecord> Due()
    {
        lock (gate)
        {
            if (entries.Count == 0)
                return [];
            var isTime = shownAt is not { } at || time.GetElapsedTime(at) >= Interval;
            var due = entries.FindAll(entry => entry.IsNew && (isTime || entry.HasEnded));
            entries.RemoveAll(entry => entry.HasEnded);
            if (due.Exists(entry => !entry.HasEnded))
                shownAt = time.GetTimestamp();
            return due.ConvertAll(entry => entry.Show());
        }
    }

    /// <summary>The records that complete everything that is shown.</summary>
    public IReadOnlyList<ProgressRecord> End()
    {
        lock (gate)
        {
            var shown = entries.FindAll(entry => entry.IsShown);
            entries.Clear();
            shown.Reverse();
            return shown.ConvertAll(entry =>
            {
                entry.Status = null;
                return entry.Show();
            });
        }
    }

    private sealed class Entry(string activity, int parent, int id)
    {
        public string Activity => activity;

        public int Id => id;

        public string? Status { get; set; } = "";

        public int Percent { get; set; } = -1;

        public bool IsNew { get; set; }

        public bool IsShown { get; private set; }

        public bool HasEnded => Status is null;

        public ProgressRecord Show()
        {
            (IsNew, IsShown) = (false, true);
            return new ProgressRecord(id, activity, string.IsNullOrEmpty(Status) ? "Done" : Status!)
            {
                ParentActivityId = parent,
                PercentComplete = HasEnded ? -1 : Percent,
                RecordType = HasEnded ? ProgressRecordType.Completed : ProgressRecordType.Processing,
            };
        }
    }
}
