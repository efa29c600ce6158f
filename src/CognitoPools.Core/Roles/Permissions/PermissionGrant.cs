namespace CognitoPools.Roles.Permissions;

/// <summary>The permissions of one Allow, or what remains of them: actions on resources, if conditions are
/// met.</summary>
internal sealed record PermissionGrant(
    PatternRange Actions, PatternRange Resources, IReadOnlyList<string> Conditions, IReadOnlyList<string> Sources)
{
    /// <summary>The statements that grant it, the role's own first, without the ceiling.</summary>
    public IReadOnlyList<PermissionStatement> Statements { get; init; } = [];

    /// <summary>The part of the first statement that grants it; null for a part of the ceiling.</summary>
    public GrantedPart? Part { get; init; }

    /// <summary>A grant for each pair of an action pattern and a resource pattern.</summary>
    public static IEnumerable<PermissionGrant> Of(PermissionStatement statement) =>
        from actions in statement.Actions.Ranges(statement.Source)
        from resources in statement.Resources.Ranges(statement.Source)
        select new PermissionGrant(actions, resources, statement.Conditions, [statement.Source])
        {
            Statements = [statement],
            Part = new GrantedPart(statement, actions.All[0].Pattern.Text, resources.All[0].Pattern.Text),
        };

    /// <summary>What remains if a second policy must also allow it.</summary>
    /// <param name="others">The grants of the second policy.</param>
    public IReadOnlyList<PermissionGrant> NarrowedTo(IReadOnlyList<PermissionGrant> others)
    {
        if (others.Any(other =>
            other.Conditions.Count == 0 && Actions.IsWithin(other.Actions) && Resources.IsWithin(other.Resources)))
        {
            return [this];
        }
        var left = new List<PermissionGrant>();
        foreach (var part in others.Select(IntersectedWith).OfType<PermissionGrant>())
        {
            if (left.Exists(part.IsWithin))
                continue;
            left.RemoveAll(there => there.IsWithin(part));
            left.Add(part);
        }
        return left;
    }

    private bool IsWithin(PermissionGrant other) =>
        other.Conditions.All(Conditions.Contains)
            && Actions.IsWithin(other.Actions)
            && Resources.IsWithin(other.Resources);

    private PermissionGrant? IntersectedWith(PermissionGrant other) =>
        Actions.Intersect(other.Actions) is { } actions && Resources.Intersect(other.Resources) is { } resources
            ? this with
            {
                Actions = actions,
                Resources = resources,
                Conditions = [.. Conditions.Union(other.Conditions, StringComparer.Ordinal)],
                Sources = [.. Sources.Union(other.Sources, StringComparer.Ordinal)],
                Statements = [.. Statements.Union(other.Statements)],
            }
            : null;
}
