using System.Collections.Concurrent;
using System.Globalization;

namespace CognitoPools.Emulator.Control;

/// <summary>Counts all calls by operation and outcome. The account records only the last calls.</summary>
internal sealed class CallCounter
{
    private const string NoAnswer = "none";

    private readonly ConcurrentDictionary<(string Operation, string Outcome), long> counts = new();

    /// <summary>Counts a call that has ended.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The HTTP status of the answer, or null for no answer.</param>
    public void Add(string operation, int? status) =>
        counts.AddOrUpdate((operation, status?.ToString(CultureInfo.InvariantCulture) ?? NoAnswer), 1, (_, count) => count + 1);

    /// <summary>The counts by operation and HTTP status. 'none' stands for calls without a complete answer.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Snapshot() => counts
        .GroupBy(entry => entry.Key.Operation, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => (IReadOnlyDictionary<string, long>)group.ToDictionary(
                entry => entry.Key.Outcome, entry => entry.Value, StringComparer.Ordinal),
            StringComparer.Ordinal);

    public void Clear() => counts.Clear();
}
