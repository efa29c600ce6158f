using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>Creates the findings about checks that could not run.</summary>
internal static class UnreadFinding
{
    private const string Reference = "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html";

    /// <summary>The finding about a part that could not be read.</summary>
    /// <param name="blank">An empty finding of the pool or of the account.</param>
    /// <param name="part">The part that could not be read.</param>
    /// <param name="checks">The ids of the checks that need it.</param>
    public static PoolFinding Of(PoolFinding blank, UnreadPart part, IReadOnlyList<string> checks) => blank with
    {
        Id = AuditChecks.NotChecked,
        Severity = PoolFindingSeverity.Info,
        Status = PoolFindingStatus.NotChecked,
        Target = ShownText.Of(part.Target),
        Evidence = ShownText.Of(part.Permission is { } permission ? $"{permission}: {part.Reason}" : part.Reason),
        Why = $"These checks could not run: {string.Join(", ", checks)}.",
        Remedy = Remedies.Comment(part.Permission is { } missing
            ? $"Grant {missing} to the caller. about_CognitoPools_Permissions contains a policy for audits."
            : "Run the audit with credentials, in an account or in a Region that can read it."),
        Reference = Reference,
        UncheckedIds = checks,
    };

    /// <summary>The finding that a pool or a Region could not be audited.</summary>
    /// <param name="target">The pool or the Region, as the user specified it.</param>
    /// <param name="reason">The error message.</param>
    public static PoolFinding OfFailure(string target, string reason) => new()
    {
        Id = AuditChecks.NotChecked,
        Severity = PoolFindingSeverity.Info,
        Status = PoolFindingStatus.NotChecked,
        Target = ShownText.Of(target),
        Evidence = ShownText.Of(reason),
        Why = "No check could run.",
        Remedy = Remedies.Comment("Fix the cause, and audit again."),
        Reference = Reference,
        UncheckedIds = AuditChecks.Ids,
    };
}
