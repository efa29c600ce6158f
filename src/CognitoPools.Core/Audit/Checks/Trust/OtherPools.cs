using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>Finds statements that name other pools in aud.</summary>
internal static class OtherPools
{
    /// <summary>A finding for each statement that accepts other pools with the specified state.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="state">The state of the other pools.</param>
    /// <param name="check">The check.</param>
    /// <param name="severity">The severity.</param>
    public static IEnumerable<CheckResult> Named(
        AuditedPool pool, TrustedPoolState state, CheckInfo check, PoolFindingSeverity severity) =>
        from trust in JudgedTrust.Of(pool)
        from statement in trust.Admission.CognitoStatements
        let exact = trust.Admission.ExactPools(statement)
        let others = exact.Where(id => id != trust.PoolId && PoolIds.IsId(id)
            && pool.OtherPools.TryGetValue(id, out var known) && known == state).ToList()
        where others.Count > 0
        select trust.Found(
            check, severity, statement, Without(trust, statement, others),
            $"Users of {string.Join(" and ", others)} can no longer assume role {trust.Role.Name}.", check.Fix);

    // Another condition may contain a pattern. Removing it would shut out pools that the finding does not mention.
    private static TrustPolicy? Without(JudgedTrust trust, TrustStatement statement, IReadOnlyList<string> others)
    {
        var audience = trust.Admission.ConditionsOn(statement, "aud");
        if (audience is not [{ Parsed.Demands: true } only])
            return null;
        var kept = only.Values.Except(others, StringComparer.Ordinal).ToList();
        return trust.With(statement, kept.Count == 0 ? null
            : new TrustStatementEdit(statement).WithOnlyCondition(only.Operator, only.Key, kept));
    }
}
