using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Compares the current and the desired pool and returns the fewest ordered steps between them.</summary>
/// <remarks>
/// The order of the steps: Roles are created before they are set. Attribute mappings are removed before their providers are
/// removed, and set after their providers are added. Settings are written before role mappings, whose keys must be configured
/// providers. Steps that cannot be undone (a developer provider, a basic flow that was never set) come last, unless a later
/// step needs them.
/// </remarks>
public static class PoolPlanner
{
    /// <summary>The plan of a change.</summary>
    /// <param name="change">The current and the desired pool.</param>
    /// <exception cref="InvalidSettingException">The service would reject the desired pool.</exception>
    public static PoolPlan Plan(PoolChange change)
    {
        ReadParts.Check(change.Current, change.Desired);
        PoolRules.Check(change.Current, change.Desired);
        IReadOnlyList<string> warnings = [.. change.Warnings, .. PoolRules.Warnings(change.Current, change.Desired)];
        var steps = change.Current is null ? Create(change) : Edit(change.Current, change);
        return new PoolPlan((change.Current ?? change.Desired).ToString(), new PlannedChange(change), steps, warnings);
    }

    /// <summary>The plan that deletes a pool and then roles.</summary>
    internal static PoolPlan PlanRemoval(IdentityPool pool, IEnumerable<PoolRoleFacts> roles) =>
        Removal(new(RemovalKind.Pool, pool.IdentityPoolId, [.. roles]) { Pool = pool }, pool.Connection);

    /// <summary>The plan that deletes the roles of a pool that no longer exists.</summary>
    internal static PoolPlan PlanRoleRemoval(
        string identityPoolId, IEnumerable<PoolRoleFacts> roles, AccountConnection? connection = null) =>
        Removal(new(RemovalKind.RolesOfDeletedPool, identityPoolId, [.. roles]), connection);

    /// <summary>The plan that deletes one role that the module created.</summary>
    /// <param name="role">The role with its policies.</param>
    /// <param name="identityPoolId">The pool that it was created for.</param>
    /// <param name="connection">The connection that the role was read through.</param>
    public static PoolPlan PlanRoleRemoval(PoolRoleFacts role, string identityPoolId, AccountConnection? connection = null) =>
        Removal(new(RemovalKind.Role, identityPoolId, [role]), connection);

    /// <summary>The plan of a removal.</summary>
    internal static PoolPlan Removal(PlannedRemoval removal, AccountConnection? connection)
    {
        var (id, roles) = (removal.IdentityPoolId, removal.Roles);
        var (what, steps) = removal.Kind switch
        {
            RemovalKind.Pool => (
                removal.Pool!.ToString(), (IReadOnlyList<PlanStep>)[new DeletePoolStep(removal.Pool), .. RoleRemovals(id, roles)]),
            RemovalKind.RolesOfDeletedPool => ($"deleted identity pool {id}", RoleRemovals(id, roles)),
            _ => (
                $"role '{roles[0].Name}' of identity pool {id}",
                [new DeleteRoleStep(roles[0], $"Remove-PoolRole '{roles[0].Name}'")]),
        };
        return new PoolPlan(what, removal with { Connection = connection }, steps, []);
    }

    private static List<PlanStep> RoleRemovals(string identityPoolId, IEnumerable<PoolRoleFacts> roles) =>
        [.. roles.Select(role => new DeleteRoleStep(role, $"Remove-CognitoIdentityPool '{identityPoolId}' -RemoveRole"))];

    private static List<PlanStep> Create(PoolChange change)
    {
        var desired = change.Desired with { IdentityPoolId = Placeholders.PoolId };
        var blank = desired with
        {
            AuthenticatedRole = null,
            GuestRole = null,
            Providers = [.. desired.Providers.Select(WithoutMappings)],
        };
        List<PlanStep> steps = [new CreatePoolStep(desired), .. RoleSteps(change, desired)];
        if (PoolDifference.Of(PoolCall.SetIdentityPoolRoles, blank, desired).Count > 0)
            steps.Add(new SetRolesStep(blank, desired));
        steps.AddRange(AttributeMappings(blank, desired, added: true));
        return steps;
    }

    private static List<PlanStep> Edit(IdentityPool current, PoolChange change)
    {
        var desired = change.Desired;
        List<PlanStep> steps = [.. RoleSteps(change, desired), .. AttributeMappings(current, desired, added: false)];

        var settings = PoolDifference.Of(PoolCall.UpdateIdentityPool, current, desired).Count > 0
            ? SplitIrreversible(current, desired)
            : [];
        // The service drops role mappings of removed providers with any change of the roles, so a write without other changes is enough.
        var roles = PoolDifference.Of(PoolCall.SetIdentityPoolRoles, current, desired).Count > 0
            || current.StaleRoleMappings.Except(desired.StaleRoleMappings, StringComparer.Ordinal).Any()
            ? new SetRolesStep(current, desired)
            : null;
        steps.AddRange(settings.Where(step => !step.Irreversible).Select(step => step.Step));
        if (roles is not null)
            steps.Add(roles);
        steps.AddRange(AttributeMappings(current, desired, added: true));
        steps.AddRange(Tags(current, desired));
        steps.AddRange(settings.Where(step => step.Irreversible).Select(step => step.Step));
        steps.AddRange(change.RemovedRoles.Select(role => new DeleteRoleStep(role, $"Remove-PoolRole '{role.Name}'")));
        return steps;
    }

    private static IEnumerable<PlanStep> RoleSteps(PoolChange change, IdentityPool pool) =>
    [
        .. change.NewRoles.SelectMany(role => (IEnumerable<PlanStep>)
        [
            new CreateRoleStep(role, pool),
            .. role.Policies.Select(policy => new PutRolePolicyStep(role.Name, role.Arn, policy, isNew: true)),
        ]),
        .. change.TrustReplacements.Select(replacement => new ReplaceTrustStep(replacement, pool)),
        .. change.TrustEdits.Select(edit => new UpdateTrustStep(edit)),
        .. change.RoleEdits.SelectMany(EditSteps),
    ];

    // A boundary is set before the role gets more permissions, and removed after it has fewer.
    private static IEnumerable<PlanStep> EditSteps(RoleEdit edit)
    {
        if (edit.Boundary is { After: not null } bounded)
            yield return new SetBoundaryStep(edit.RoleName, edit.RoleArn, bounded);
        foreach (var write in edit.Writes.Where(write => write.Document is not null))
            yield return new PutRolePolicyStep(edit.RoleName, edit.RoleArn, write, isNew: false);
        foreach (var arn in edit.Attach)
            yield return new AttachPolicyStep(edit.RoleName, edit.RoleArn, arn, attach: true);
        foreach (var arn in edit.Detach)
            yield return new AttachPolicyStep(edit.RoleName, edit.RoleArn, arn, attach: false);
        foreach (var write in edit.Writes.Where(write => write.Document is null))
            yield return new DeleteRolePolicyStep(edit.RoleName, edit.RoleArn, write.Name, write.Before);
        if (edit.Boundary is { After: null } unbounded)
            yield return new SetBoundaryStep(edit.RoleName, edit.RoleArn, unbounded);
        if (edit.Tags is { } tags)
        {
            foreach (var step in TagSteps(edit, tags))
                yield return step;
        }
        if (edit.Details is { } details)
            yield return new UpdateRoleStep(edit.RoleName, edit.RoleArn, details);
    }

    private static IEnumerable<PlanStep> TagSteps(RoleEdit edit, RoleTagsChange tags)
    {
        var remove = tags.Remove.Where(key => !RoleTagsChange.IsReserved(key)).ToList();
        var set = Collections.Strings(tags.Set.Where(tag => !RoleTagsChange.IsReserved(tag.Key)));
        if (remove.Count > 0)
            yield return new UntagRoleStep(edit.RoleName, edit.RoleArn, tags.Before, remove);
        if (set.Count > 0)
            yield return new TagRoleStep(edit.RoleName, edit.RoleArn, tags.Before, set);
    }

    private static List<(PlanStep Step, bool Irreversible)> SplitIrreversible(IdentityPool current, IdentityPool desired)
    {
        var reversible = desired with
        {
            BasicFlow = current.BasicFlow == BasicFlowState.Unset ? BasicFlowState.Unset : desired.BasicFlow,
            Providers =
            [
                .. desired.Providers.Where(provider => provider.Type != ProviderType.Developer
                    || current.DeveloperProviderName == provider.Name),
            ],
        };
        var steps = new List<(PlanStep, bool)>();
        if (PoolDifference.Of(PoolCall.UpdateIdentityPool, current, reversible).Count > 0)
            steps.Add((new UpdatePoolStep(current, reversible), false));
        if (PoolDifference.Of(PoolCall.UpdateIdentityPool, reversible, desired).Count > 0)
            steps.Add((new UpdatePoolStep(reversible, desired, canBeUndone: false), true));
        return steps;
    }

    /// <param name="current">The current pool.</param>
    /// <param name="desired">The desired pool.</param>
    /// <param name="added">True for the mappings of providers of the desired pool, false for those that are removed with
    /// their provider.</param>
    private static IEnumerable<PlanStep> AttributeMappings(IdentityPool current, IdentityPool desired, bool added)
    {
        if (added)
        {
            // The app clients of a user pool share one key and therefore one mapping.
            var was = current.Providers.Where(provider => provider.TagKey is not null)
                .GroupBy(provider => provider.TagKey!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First().AttributeMapping, StringComparer.Ordinal);
            foreach (var provider in desired.Providers.Where(provider => provider.TagKey is not null)
                .GroupBy(provider => provider.TagKey!, StringComparer.Ordinal)
                .Select(group => group.First()))
            {
                var before = was.TryGetValue(provider.TagKey!, out var old) ? old : AttributeMapping.Inactive;
                if (!before.Equals(provider.AttributeMapping))
                    yield return new SetAttributeMappingStep(desired, provider with { AttributeMapping = before }, provider);
            }
            yield break;
        }
        var stay = new HashSet<string?>(desired.Providers.Select(provider => provider.TagKey), StringComparer.Ordinal);
        foreach (var provider in current.Providers.Where(provider => provider.TagKey is not null
            && !stay.Contains(provider.TagKey)
            && provider.AttributeMapping.Mode != AttributeMappingMode.Inactive))
        {
            yield return new SetAttributeMappingStep(
                current, provider, provider with { AttributeMapping = AttributeMapping.Inactive });
        }
    }

    private static IEnumerable<PlanStep> Tags(IdentityPool current, IdentityPool desired)
    {
        var removed = current.Tags.Keys.Where(key => !desired.Tags.ContainsKey(key)).ToList();
        var set = Collections.Strings(
            desired.Tags.Where(tag => !(current.Tags.TryGetValue(tag.Key, out var value) && value == tag.Value)));
        if (removed.Count > 0)
            yield return new UntagPoolStep(current, removed);
        if (set.Count > 0)
            yield return new TagPoolStep(current, set);
    }

    private static PoolIdentityProvider WithoutMappings(PoolIdentityProvider provider) =>
        provider with
        {
            RoleSetting = RoleSetting.Default,
            RoleResolution = null,
            Rules = [],
            AttributeMapping = AttributeMapping.Inactive,
        };
}
