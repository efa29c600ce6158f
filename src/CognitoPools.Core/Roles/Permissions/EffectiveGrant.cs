namespace CognitoPools.Roles.Permissions;

/// <summary>The part of an Allow that is within the boundary and the ceiling, with each Deny that removes a part of
/// it.</summary>
/// <param name="Grant">The allowed actions and resources.</param>
/// <param name="Denies">The Deny statements that apply to it.</param>
internal sealed record EffectiveGrant(PermissionGrant Grant, IReadOnlyList<PermissionStatement> Denies)
{
    /// <summary>The part of the role's own policy that grants it.</summary>
    public GrantedPart Part => Grant.Part!;

    /// <summary>All conditions that must be met.</summary>
    public IEnumerable<TrustCondition> Tests => Grant.Statements.SelectMany(statement => statement.Tests);

    /// <summary>Whether a part of the action is allowed that no Deny without a condition removes.</summary>
    /// <param name="action">An action, which can contain wildcards.</param>
    public bool Allows(string action)
    {
        var asked = new PatternRange([new(new(action, wildcards: true, variables: false), "")], [], IgnoreCase: true);
        return Grant.Actions.Intersect(asked) is { } actions && !Denies.Any(deny => Removes(deny, Grant with { Actions = actions }));
    }

    /// <summary>Whether the named actions include all of the action, regardless of any Deny.</summary>
    /// <param name="action">An action with wildcards, such as <c>s3:*</c>.</param>
    public bool Names(string action) =>
        new PatternRange([new(new(action, wildcards: true, variables: false), "")], [], IgnoreCase: true).IsWithin(Grant.Actions);

    /// <summary>Whether all named actions are within other actions.</summary>
    /// <param name="actions">Actions, which can contain wildcards.</param>
    public bool IsWithin(IEnumerable<string> actions) =>
        Grant.Actions.IsCoveredBy([.. actions.Select(action => new PolicyPattern(action, wildcards: true, variables: false))]);

    /// <summary>Whether a Deny certainly removes all of a grant.</summary>
    public static bool Removes(PermissionStatement deny, PermissionGrant grant) =>
        deny.Conditions.Count == 0 && deny.Actions.Covers(grant.Actions) && deny.Resources.Covers(grant.Resources);
}
