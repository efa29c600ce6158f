using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Server;

/// <summary>The last calls. Limited, so that a run with a million identities does not fill the memory.</summary>
internal sealed class CallLog
{
    public const int Limit = 2_000;

    private readonly object gate = new();
    private readonly Queue<Entry> entries = new();

    public IReadOnlyList<SandboxCall> Snapshot()
    {
        lock (gate)
            return [.. entries.Select(entry => entry.Call)];
    }

    /// <summary>Records the call when it arrives. Its outcome is added later.</summary>
    public Entry Begin(SandboxCall call)
    {
        var entry = new Entry(call);
        lock (gate)
        {
            entries.Enqueue(entry);
            if (entries.Count > Limit)
                entries.Dequeue();
        }

        return entry;
    }

    public void Clear()
    {
        lock (gate)
            entries.Clear();
    }

    internal sealed class Entry(SandboxCall call)
    {
        private volatile SandboxCall call = call;

        public SandboxCall Call => call;

        public void End(SandboxAnswer answer) =>
            call = call with { StatusCode = answer.StatusCode, ErrorCode = answer.ErrorCode };
    }
}
