using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>What is known about the roles of a pool.</summary>
internal static class KnownRoles
{
    /// <summary>Whether the pool's roles could be read. If not, no role counts as missing.</summary>
    public static bool AreRead(AuditedPool pool) => !pool.Pool.Unreadable.Any(part => part.IsWrittenBy(PoolCall.SetIdentityPoolRoles));
}
