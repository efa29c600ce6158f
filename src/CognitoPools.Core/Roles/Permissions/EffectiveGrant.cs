namespace CognitoPools.Roles.Permissions;

/// <summary>What an Allow leaves within the boundary and the ceiling, with each Deny that takes a part of it.</summary>
/// <param name="Grant">What is allowed.</param>
/// <param name="Denies">The Deny statements that concern it.</param>
internal sealed record EffectiveGrant(PermissionGrant Grant, IReadOnlyList<PermissionStatement> Denies)
{
    /// <summary>The part of the role's own policy that gives it.</summary>
    public GrantedPart Part => Grant.Part!;

    /// <summary>All conditions that must be met for it.</summary>
    public IEnumerable<TrustCondition> Tests => Grant.Statements.SelectMany(statement => statement.Tests);

    /// <summary>Whether some of the action is allowed: one that no Deny without a condition takes.</summary>
    /// <param name="action">An action, which may have wildcards.</param>
    public bool Allows(string action)
    {
        var asked = new PatternRange([new(new(action, wildcards: true, variables: false), "")], [], IgnoreCase: true);
        return Grant.Actions.Intersect(asked) is { } actions && !Denies.Any(deny => Removes(deny, Grant with { Actions = actions }));
    }

    /// <summary>Whether all of the action is among what is named, whatever a Deny takes.</summary>
    /// <param name="action">An action with wildcards, such as <c>s3:*</c>.</param>
    public bool Names(string action) =>
        new PatternRange([new(new(action, wildcards: true, variables: false), "")], [], IgnoreCase: true).IsWithin(Grant.Actions);

    /// <summary>Whether the named actions are all among some.</summary>
    /// <param name="actions">Actions, which may have wildcards.</param>
    public bool IsWithin(IEnumerable<string> actions) =>
        Grant.Actions.IsCoveredBy([.. actions.Select(action => new PolicyPattern(action, wildcards: true, variables: false))]);

    /// <summary>Whether a Deny certainly takes all of a grant.</summary>
    public static bool Removes(PermissionStatement deny, PermissionGrant grant) =>
        deny.Conditions.Count == 0 && deny.Actions.Covers(grant.Actions) && deny.Resources.Covers(grant.Resources);
}
