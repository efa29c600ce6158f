using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>A finding with its repair.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Repair">The repair, or null.</param>
internal sealed record AuditedFinding(PoolFinding Finding, PoolRepair? Repair = null);
