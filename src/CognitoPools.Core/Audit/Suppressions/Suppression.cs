using CognitoPools.Roles;

namespace CognitoPools.Audit.Suppressions;

/// <summary>An entry of a suppression file: findings that are accepted, with the reason.</summary>
/// <param name="Id">The id of the check.</param>
/// <param name="Reason">The reason to accept them.</param>
internal sealed record Suppression(string Id, string Reason)
{
    /// <summary>The name or id of the pool; <c>*</c> and <c>?</c> are wildcards. Null for every pool and for the account.</summary>
    public string? IdentityPool { get; init; }

    /// <summary>The target of the finding; <c>*</c> and <c>?</c> are wildcards. Null for every target.</summary>
    public string? Target { get; init; }

    /// <summary>The last valid day (UTC); null if it does not expire.</summary>
    public DateTime? Expires { get; init; }

    /// <summary>The JSON path in the file.</summary>
    public required string Place { get; init; }

    /// <summary>Whether it applies to a pool.</summary>
    /// <param name="name">The pool's name.</param>
    /// <param name="identityPoolId">The pool's id.</param>
    public bool IsOf(string? name, string? identityPoolId) => IdentityPool is null || Fits(IdentityPool, name) || Fits(IdentityPool, identityPoolId);

    /// <summary>Whether it accepts a finding, expired or not.</summary>
    /// <param name="finding">The finding.</param>
    public bool Accepts(PoolFinding finding) => finding.Id == Id && IsOf(finding.Pool, finding.IdentityPoolId)
        && (Target is null || Fits(Target, finding.Target));

    /// <summary>Whether it has expired.</summary>
    /// <param name="now">The current time.</param>
    public bool IsExpired(DateTimeOffset now) => Expires is { } last && now.UtcDateTime.Date > last;

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", new[] { Id, IdentityPool, Target }.Where(part => part is not null));

    private static bool Fits(string pattern, string? text) =>
        text is not null && new PolicyPattern(pattern, wildcards: true, variables: false).Matches(text);
}
