namespace CognitoPools.Roles.Permissions;

/// <summary>Computes what is allowed by IAM's evaluation logic. This requires an Allow in the role's policies, in the
/// boundary and in the session policy, if they exist, and no Deny in any of them.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html</remarks>
internal sealed class EffectivePermissions
{
    private const string CeilingSource = "the service's ceiling for guests";

    private static readonly IReadOnlyList<PermissionGrant> Ceiling = [.. CeilingGrants()];

    private readonly PermissionHolder holder;
    private readonly IReadOnlyList<PermissionStatement> policies;
    private readonly IReadOnlyList<PermissionStatement>? boundary;

    /// <param name="holder">Whose permissions they are.</param>
    /// <param name="policies">The statements of the role's policies.</param>
    /// <param name="boundary">The statements of its permissions boundary, or null if it has none.</param>
    public EffectivePermissions(
        PermissionHolder holder, IReadOnlyList<PermissionStatement> policies, IReadOnlyList<PermissionStatement>? boundary) =>
        (this.holder, this.policies, this.boundary) = (holder, policies, boundary);

    /// <summary>The allowed actions and resources, in the order of the policies.</summary>
    public IReadOnlyList<PoolPermission> Rows() => [.. Grants().Select(left => Row(left.Grant, left.Denies))];

    /// <summary>The same as ranges of actions and resources.</summary>
    public IReadOnlyList<EffectiveGrant> Grants()
    {
        var grants = policies.Where(statement => statement.Allows).SelectMany(PermissionGrant.Of);
        if (boundary is not null)
        {
            var limits = boundary.Where(statement => statement.Allows).SelectMany(PermissionGrant.Of).ToList();
            grants = grants.SelectMany(grant => grant.NarrowedTo(limits));
        }
        if (holder.HasCeiling)
            grants = grants.SelectMany(grant => grant.NarrowedTo(Ceiling));
        var denies = policies.Concat(boundary ?? []).Where(statement => !statement.Allows).ToList();
        var left = new List<EffectiveGrant>();
        foreach (var grant in grants)
        {
            var concerned = denies.FindAll(
                deny => !deny.Actions.IsApartFrom(grant.Actions) && !deny.Resources.IsApartFrom(grant.Resources));
            if (!concerned.Exists(deny => EffectiveGrant.Removes(deny, grant)))
                left.Add(new EffectiveGrant(grant, concerned));
        }
        return left;
    }

    private PoolPermission Row(PermissionGrant grant, IReadOnlyList<PermissionStatement> denies) => new()
    {
        IdentityPoolId = holder.IdentityPoolId,
        IdentityType = holder.IdentityType,
        Flow = holder.Flow,
        Role = holder.Role,
        Connection = holder.Connection,
        Action = grant.Actions.All[0].Pattern.Text,
        NotAction = [.. grant.Actions.None.Select(pattern => pattern.Text)],
        Resource = grant.Resources.All[0].Pattern.Text,
        NotResource = [.. grant.Resources.None.Select(pattern => pattern.Text)],
        Condition = Joined(grant.Conditions),
        Within =
        [
            .. grant.Actions.All.Skip(1)
                .Select(one => new PoolPermissionPart { Action = [one.Pattern.Text], Source = one.Source }),
            .. grant.Resources.All.Skip(1)
                .Select(one => new PoolPermissionPart { Resource = [one.Pattern.Text], Source = one.Source }),
        ],
        Except = [.. denies.Select(deny => Exception(deny, grant))],
        Source = string.Join("; ", grant.Sources),
    };

    private static PoolPermissionPart Exception(PermissionStatement deny, PermissionGrant grant)
    {
        var (actions, otherActions) = deny.Actions.Within(grant.Actions);
        var (resources, otherResources) = deny.Resources.Within(grant.Resources);
        return new()
        {
            Action = actions,
            NotAction = otherActions,
            Resource = resources,
            NotResource = otherResources,
            Condition = Joined(deny.Conditions),
            Source = deny.Source,
        };
    }

    private static string? Joined(IReadOnlyList<string> conditions) =>
        conditions.Count == 0 ? null : string.Join(" and ", conditions);

    private static IEnumerable<PermissionGrant> CeilingGrants()
    {
        var everything = new PatternRange([Pattern("*")], [], IgnoreCase: false);
        return GuestCeiling.Patterns.Select(pattern => new PermissionGrant(
            new PatternRange([Pattern(pattern)], [], IgnoreCase: true), everything, [], [CeilingSource]));

        static SourcedPattern Pattern(string text) => new(new(text, wildcards: true, variables: false), CeilingSource);
    }
}
