using System.Collections.Concurrent;
using System.Globalization;

namespace CognitoPools.Emulator.Control;

/// <summary>Counts every call by operation and outcome; the account's own record holds only the last ones.</summary>
internal sealed class CallCounter
{
    private const string NoAnswer = "none";

    private readonly ConcurrentDictionary<(string Operation, string Outcome), long> counts = new();

    /// <summary>Counts a call that has ended.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The answer's HTTP status; null when there was none.</param>
    public void Add(string operation, int? status) =>
        counts.AddOrUpdate((operation, status?.ToString(CultureInfo.InvariantCulture) ?? NoAnswer), 1, (_, count) => count + 1);

    /// <summary>The counts: by operation, then by HTTP status, with 'none' for a call that got no whole answer.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Snapshot() => counts
        .GroupBy(entry => entry.Key.Operation, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => (IReadOnlyDictionary<string, long>)group.ToDictionary(
                entry => entry.Key.Outcome, entry => entry.Value, StringComparer.Ordinal),
            StringComparer.Ordinal);

    public void Clear() => counts.Clear();
}
