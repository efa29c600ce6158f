namespace CognitoPools.Bench;

/// <summary>What a shell took to remove some identities.</summary>
/// <param name="Identities">How many.</param>
/// <param name="PeakBytes">Its largest working set, from its start.</param>
/// <param name="KeptBytes">Managed objects that were still referred to when it was done.</param>
/// <param name="Seconds">How long the pipeline ran.</param>
internal sealed record MemoryResult(int Identities, long PeakBytes, long KeptBytes, double Seconds);
