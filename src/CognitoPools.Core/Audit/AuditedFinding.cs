using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>A finding, with the repair that a plan can make of it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Repair">The repair, or null.</param>
internal sealed record AuditedFinding(PoolFinding Finding, PoolRepair? Repair = null);
