using CognitoPools.Account;

namespace CognitoPools;

/// <summary>A finding of the audit.</summary>
public sealed record PoolFinding
{
    /// <summary>The id of the check, such as <c>TrustNoAudience</c>, or <c>NotChecked</c> if something could not be read.</summary>
    public string Id { get; internal init; } = null!;

    /// <summary>The severity.</summary>
    public PoolFindingSeverity Severity { get; internal init; }

    /// <summary>The result of the check: Found, NotChecked or, with -All, Suppressed and Passed.</summary>
    public PoolFindingStatus Status { get; internal init; }

    /// <summary>The pool id; null for a finding of the whole account.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>The pool name; null for a finding of the whole account.</summary>
    public string? Pool { get; internal init; }

    /// <summary>The object with the fault: the role, the provider, the rule or the statement.</summary>
    public string Target { get; internal init; } = null!;

    /// <summary>The setting or statement that causes the finding.</summary>
    public string Evidence { get; internal init; } = null!;

    /// <summary>Why the finding matters.</summary>
    public string Why { get; internal init; } = null!;

    /// <summary>The commands that repair it. Lines that begin with <c>#</c> are comments, for example about steps that no command of
    /// the module can do.</summary>
    public string Remedy { get; internal init; } = null!;

    /// <summary>The AWS page or public research that the check is based on.</summary>
    public string Reference { get; internal init; } = null!;

    /// <summary>The reason of the suppression and its last day; null if no suppression matches.</summary>
    public string? Suppression { get; internal init; }

    /// <summary>The ids of the checks that could not run; empty unless the status is NotChecked.</summary>
    internal IReadOnlyList<string> UncheckedIds { get; init; } = [];

    /// <summary>The connection of the audit.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Pool is null ? $"{Severity} {Id}: {Target}" : $"{Severity} {Id}: {Pool}, {Target}";
}
