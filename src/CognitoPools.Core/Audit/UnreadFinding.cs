using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>The finding that something could not be checked.</summary>
internal static class UnreadFinding
{
    private const string Reference = "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html";

    /// <summary>The finding.</summary>
    /// <param name="blank">The pool's finding, or one of the account.</param>
    /// <param name="part">What could not be read.</param>
    /// <param name="checks">The ids of the checks that need it.</param>
    public static PoolFinding Of(PoolFinding blank, UnreadPart part, IReadOnlyList<string> checks) => blank with
    {
        Id = AuditChecks.NotChecked,
        Severity = PoolFindingSeverity.Info,
        Status = PoolFindingStatus.NotChecked,
        Target = ShownText.Of(part.Target),
        Evidence = ShownText.Of(part.Permission is { } permission ? $"{permission}: {part.Reason}" : part.Reason),
        Why = $"These checks could not be made: {string.Join(", ", checks)}.",
        Remedy = Remedies.Comment(part.Permission is { } missing
            ? $"Grant {missing} to the caller; about_CognitoPools_Permissions has a policy for audits."
            : "Audit with a caller, in an account or in a Region that can read it."),
        Reference = Reference,
        UncheckedIds = checks,
    };

    /// <summary>The finding that a pool or a Region could not be audited at all.</summary>
    /// <param name="target">The pool or the Region, as the user named it.</param>
    /// <param name="reason">What went wrong.</param>
    public static PoolFinding OfFailure(string target, string reason) => new()
    {
        Id = AuditChecks.NotChecked,
        Severity = PoolFindingSeverity.Info,
        Status = PoolFindingStatus.NotChecked,
        Target = ShownText.Of(target),
        Evidence = ShownText.Of(reason),
        Why = "No check could be made.",
        Remedy = Remedies.Comment("Repair the cause, and audit again."),
        Reference = Reference,
        UncheckedIds = AuditChecks.Ids,
    };
}
