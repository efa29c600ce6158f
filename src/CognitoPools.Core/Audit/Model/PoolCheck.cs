namespace CognitoPools.Audit.Model;

/// <summary>A check of a pool.</summary>
internal abstract class PoolCheck
{
    /// <summary>What it is.</summary>
    public abstract CheckInfo Info { get; }

    /// <summary>What it finds. It is silent about what could not be read: the audit reports that.</summary>
    /// <param name="pool">The pool with all that was read of it.</param>
    public abstract IEnumerable<CheckResult> Run(AuditedPool pool);
}
