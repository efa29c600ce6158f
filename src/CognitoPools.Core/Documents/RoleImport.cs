using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>Finds the existing role for each role of a document, or plans to create it.</summary>
/// <param name="connection">The account.</param>
/// <param name="options">The options of the import.</param>
/// <param name="target">The target of the import.</param>
/// <param name="trust">Checks that roles which the document only references trust the pool.</param>
internal sealed class RoleImport(AccountConnection connection, ImportOptions options, ImportTarget target, RoleTrustPlanner trust)
{
    private readonly IamRoles iam = new(connection, target.Region);

    /// <summary>The planned changes for the roles.</summary>
    /// <param name="document">The definition of the document.</param>
    /// <param name="poolName">The name of the pool.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<PlannedRoles> PlanAsync(PoolDefinition document, string poolName, CancellationToken cancellationToken)
    {
        var planned = new PlannedRoles();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, role) in document.Roles.OrderBy(role => role.Key, StringComparer.Ordinal).Select(role => (role.Key, role.Value)))
        {
            var named = options.Values.Find(key);
            var isArn = named?.StartsWith("arn:", StringComparison.Ordinal) == true;
            if (isArn || (role.Arn is not null && named is null))
            {
                planned.Arns[key] = target.Portability.Resolve(isArn ? named! : role.Arn!);
                continue;
            }
            if (role.Arn is not null)
            {
                var found = await NamedRole.FindAsync(connection, target.Region, "Value", named!, cancellationToken).ConfigureAwait(false);
                planned.Arns[key] = found.Arn;
                continue;
            }
            var type = document.TypesOf(key).Any() ? document.TypeOf(key) : TypeTrusted(key, role);
            var name = named ?? role.Name ?? RoleNames.For(poolName, type);
            if (!RoleNames.IsName(name))
            {
                throw new InvalidSettingException(
                    "Value", name, "the name of a role must have 1 to 64 characters: letters, digits and _ + = , . @ - are valid.",
                    $"Specify another name with -Value @{{ '{key}' = '...' }}.");
            }
            if (names.TryGetValue(name, out var other))
            {
                throw new InvalidSettingException(
                    "Value", name, $"the roles {other} and {key} of the document would have the same name.",
                    $"Specify another name for one of them with -Value @{{ '{key}' = '...' }}.");
            }
            names[name] = key;
            await PlanAsync(planned, key, role, type, name, isDerived: named is null && role.Name is null, cancellationToken)
                .ConfigureAwait(false);
        }
        return planned;
    }

    /// <summary>Checks the desired roles of the pool. A role that does not trust its users is a warning if the document describes
    /// it, and an error if the document only references it.</summary>
    public async Task CheckTrustAsync(
        PoolDefinition document, IdentityPool desired, PlannedRoles planned, CancellationToken cancellationToken)
    {
        foreach (var (key, role) in document.Roles.Select(role => (role.Key, role.Value)))
        {
            var arn = planned.Arns[key];
            foreach (var type in document.TypesOf(key))
            {
                var tags = type == PoolIdentityType.Authenticated && TaggedRoles.Contains(desired, arn);
                var isReference = role.Arn is not null || options.Values.Find(key)?.StartsWith("arn:", StringComparison.Ordinal) == true;
                if (isReference && target.UsedRoles.Contains(arn))
                    continue;
                if (isReference)
                    await trust.AcceptAsync("Role", arn, type, tags, cancellationToken).ConfigureAwait(false);
                else
                    WarnOfTrust(planned, key, role, type, tags);
            }
        }
    }

    /// <summary>Plans the roles that were created for the pool but are not in the document. They are kept, or deleted if nothing
    /// else uses them.</summary>
    public async Task PlanRestAsync(IdentityPool desired, PlannedRoles planned, IReporter reporter, CancellationToken cancellationToken)
    {
        if (target.Current is not { } current)
            return;
        var needed = new HashSet<string>(RoleKeys.Of(desired).Keys.Concat(planned.Arns.Values), StringComparer.Ordinal);
        try
        {
            var rest = (await iam.MadeForAsync(current.IdentityPoolId, cancellationToken).ConfigureAwait(false))
                .Where(role => !needed.Contains(role.Arn)).ToList();
            if (rest.Count == 0)
                return;
            if (!options.Prune)
            {
                planned.Kept.AddRange(rest.Select(role => $"IAM role '{role.Name}', which was created for this pool"));
                return;
            }
            var (remove, kept) = await new RemovableRoles(connection).FindAsync(current.IdentityPoolId, cancellationToken).ConfigureAwait(false);
            planned.Removed.AddRange(remove.Where(role => !needed.Contains(role.Arn)));
            planned.Warnings.AddRange(kept.Where(why => rest.Exists(role => why.Contains($"'{role.Name}'"))));
        }
        catch (Exception refusal) when (!options.Prune && AwsErrors.IsNotAuthorized(refusal))
        {
            reporter.Verbose($"Roles that were created for the pool could not be searched for: {refusal.Message}");
        }
    }

    private void WarnOfTrust(PlannedRoles planned, string key, RoleDefinition role, PoolIdentityType type, bool tags)
    {
        var pool = target.Names.IdentityPoolId ?? Placeholders.PoolId;
        var policy = Trust(key, role);
        var explanation = policy.Explain(target.Names.Partition, pool, type, tags);
        if (explanation.Trust == PoolRoleTrust.NotTrusted)
        {
            planned.Warnings.Add(
                $"The trust policy of role '{key}' in the document does not accept {IamRoles.Users(type)} of the pool: {explanation.Reason}");
        }
        var changes = planned.New.Exists(made => made.Arn == planned.Arns[key])
            || planned.TrustReplacements.Exists(replaced => replaced.RoleArn == planned.Arns[key]);
        if (changes)
            trust.WarnOfHoles(planned.New.Find(made => made.Arn == planned.Arns[key])?.Name ?? RoleKeys.NameOf(planned.Arns[key]), policy, type, tags);
    }

    /// <summary>The users of a role that the pool does not use, by its trust policy.</summary>
    private PoolIdentityType TypeTrusted(string key, RoleDefinition role)
    {
        var pool = target.Names.IdentityPoolId ?? Placeholders.PoolId;
        var policy = Trust(key, role);
        bool Accepts(PoolIdentityType type) =>
            policy.Explain(target.Names.Partition, pool, type).Trust is not PoolRoleTrust.NotTrusted;
        return Accepts(PoolIdentityType.Guest) && !Accepts(PoolIdentityType.Authenticated) ? PoolIdentityType.Guest : PoolIdentityType.Authenticated;
    }

    private TrustPolicy Trust(string key, RoleDefinition role)
    {
        try
        {
            return TrustPolicy.Parse(target.Portability.ResolvePolicy(role.TrustPolicy!));
        }
        catch (FormatException exception)
        {
            throw new DocumentFormatException($"$.roles.{key}.trustPolicy", Sentences.Ended(exception.Message), "");
        }
    }

    private async Task PlanAsync(
        PlannedRoles planned, string key, RoleDefinition role, PoolIdentityType type, string name, bool isDerived,
        CancellationToken cancellationToken)
    {
        _ = Trust(key, role);
        foreach (var (wrong, nearest) in role.InlinePolicies.Values.Append(role.TrustPolicy!).Concat(role.AttachedPolicies)
            .SelectMany(DocumentPlaceholders.NearlyIn).Distinct())
        {
            planned.Warnings.Add($"Role '{key}' contains '${{{wrong}}}', which is not a placeholder. Did you mean '${{{nearest}}}'?");
        }
        RoleDefinitionRules.Check(key, role);
        var suffix = target.Current is null
            ? Placeholders.PoolUuidStart
            : PoolIds.Uuid(target.Current.IdentityPoolId).Substring(0, 8);
        var suffixed = RoleNames.WithSuffix(name, suffix);
        var taken = await iam.FindAsync(name, cancellationToken).ConfigureAwait(false);
        var own = taken is not null && IsOwn(taken) ? taken : null;
        if (own is null && taken is not null && target.Current is not null)
        {
            var second = await iam.FindAsync(suffixed, cancellationToken).ConfigureAwait(false);
            own = second is not null && IsOwn(second) ? second : null;
            if (own is null && second is not null)
            {
                throw new InvalidSettingException(
                    "Value", name, $"roles with this name and with the name {suffixed} exist and do not belong to this pool.",
                    $"Specify another name with -Value @{{ '{key}' = '...' }}.");
            }
        }
        if (own is not null)
        {
            planned.Arns[key] = own.Arn;
            var edited = planned.Edits.Count + planned.TrustReplacements.Count;
            await new RoleDifference(connection, options, target, iam).PlanAsync(planned, key, role, own, cancellationToken)
                .ConfigureAwait(false);
            if (planned.Edits.Count + planned.TrustReplacements.Count > edited)
                WarnOfOthers(planned, own);
            return;
        }
        if (taken is not null && !isDerived)
        {
            planned.Warnings.Add(
                $"IAM role '{name}' already exists and does not belong to this pool. The new role gets the name "
                    + $"'{suffixed.Replace(Placeholders.PoolUuidStart, "<start of the pool's id>")}'. "
                    + $"To use another name, specify -Value @{{ '{key}' = '...' }}.");
        }
        await MakeAsync(planned, key, role, type, taken is null ? name : suffixed, cancellationToken).ConfigureAwait(false);
    }

    private void WarnOfOthers(PlannedRoles planned, PoolRoleFacts role)
    {
        var others = (role.Trust?.AudiencePools(target.Names.Partition) ?? [])
            .Where(pool => pool != target.Current!.IdentityPoolId && pool != TrustPolicy.AnyPool).Distinct(StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            planned.Warnings.Add(
                $"IAM role '{role.Name}' is also used by identity pool {string.Join(", ", others)}. Changes of the role also affect its users.");
        }
    }

    // A role belongs to the pool if the pool uses it, or if its tag contains the pool id.
    private bool IsOwn(PoolRoleFacts role) => target.Current is { } current
        && (target.UsedRoles.Contains(role.Arn) || role.PoolTag == current.IdentityPoolId);

    private async Task MakeAsync(
        PlannedRoles planned, string key, RoleDefinition role, PoolIdentityType type, string name, CancellationToken cancellationToken)
    {
        if (RoleNames.TooLongWarning(target.Names.Partition, name) is { } tooLong)
            planned.Warnings.Add(tooLong);
        var policies = new RolePolicies(connection, target.Region);
        var made = new NewRole(type, name, target.Portability.ResolvePolicy(role.TrustPolicy!))
        {
            Key = key,
            RolePath = role.Path,
            Description = role.Description ?? NewRole.DescriptionFor(type),
            MaxSessionDuration = role.MaxSessionDuration,
            Tags = role.Tags,
            PermissionsBoundary = role.PermissionsBoundary is null
                ? null
                : await ManagedPolicyLookup.FindAsync(
                    policies, $"$.roles.{key}.permissionsBoundary", target.Portability.Resolve(role.PermissionsBoundary),
                    cancellationToken).ConfigureAwait(false),
            Policies =
            [
                .. role.InlinePolicies.OrderBy(policy => policy.Key, StringComparer.Ordinal).Select(policy =>
                    new RolePolicyWrite(policy.Key, null, RoleDifference.Permissions(target, key, policy.Key, policy.Value))),
            ],
        };
        planned.New.Add(made);
        planned.Arns[key] = made.Arn;
        var attach = new List<string>();
        foreach (var policy in role.AttachedPolicies)
        {
            attach.Add(await ManagedPolicyLookup.FindAsync(
                policies, $"$.roles.{key}.attachedPolicies", target.Portability.Resolve(policy), cancellationToken)
                .ConfigureAwait(false));
        }
        if (attach.Count > 0)
            planned.Edits.Add(new RoleEdit(made.Name, made.Arn) { Attach = attach });
    }
}
