namespace CognitoPools.Bench;

/// <summary>The memory and the time that a shell used to remove identities.</summary>
/// <param name="Identities">The number of identities.</param>
/// <param name="PeakBytes">The largest working set since the start of the shell.</param>
/// <param name="KeptBytes">The size of the managed objects that were still referenced afterwards.</param>
/// <param name="Seconds">How long the pipeline ran.</param>
internal sealed record MemoryResult(int Identities, long PeakBytes, long KeptBytes, double Seconds);
