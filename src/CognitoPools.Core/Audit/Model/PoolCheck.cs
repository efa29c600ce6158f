namespace CognitoPools.Audit.Model;

/// <summary>A check of a pool.</summary>
internal abstract class PoolCheck
{
    /// <summary>The description of the check.</summary>
    public abstract CheckInfo Info { get; }

    /// <summary>Runs the check. It does not report parts that could not be read, because the audit does.</summary>
    /// <param name="pool">The pool with all data that was read.</param>
    public abstract IEnumerable<CheckResult> Run(AuditedPool pool);
}
