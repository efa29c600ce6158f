using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Checks that the roles which an edit assigns to a pool's users accept them, and collects the repairs of
/// trust policies and the warnings. Reads only.</summary>
/// <param name="connection">The account.</param>
/// <param name="pool">The pool; its id is empty if it does not exist yet.</param>
/// <param name="repair">Whether the user allows the repair of any trust policy.</param>
public sealed class RoleTrustPlanner(AccountConnection connection, IdentityPool pool, bool repair)
{
    private readonly Dictionary<string, NamedRole> found = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RoleTrustEdit> edits = new(StringComparer.Ordinal);
    private readonly List<string> warnings = [];
    private readonly List<string> creationWarnings = [];
    private readonly AwsPartition partition = AwsPartition.FromRegion(pool.Region);
    private readonly bool isNew = pool.IdentityPoolId.Length == 0;
    private readonly string identityPoolId = pool.IdentityPoolId.Length == 0 ? Placeholders.PoolId : pool.IdentityPoolId;

    // The form of an id that the new pool could get, for patterns such as eu-west-1:*.
    private readonly string sampleId = $"{pool.Region}:ffffffff-ffff-ffff-ffff-ffffffffffff";

    /// <summary>The repairs.</summary>
    public IReadOnlyList<RoleTrustEdit> Edits => [.. edits.Values];

    /// <summary>The warnings for the user.</summary>
    public IReadOnlyList<string> Warnings => [.. warnings.Distinct(StringComparer.Ordinal)];

    /// <summary>The warnings for the user after the pool was created, with a placeholder for its id.</summary>
    internal IReadOnlyList<string> CreationWarnings => [.. creationWarnings.Distinct(StringComparer.Ordinal)];

    /// <summary>Adds a warning.</summary>
    /// <param name="warning">The text.</param>
    internal void Warn(string warning) => warnings.Add(warning);

    /// <summary>Accepts a role that the user assigns to the pool's users. If the role refuses them, it is repaired if
    /// the user allows this, and refused otherwise.</summary>
    /// <param name="setting">The parameter that names the role.</param>
    /// <param name="nameOrArn">The role's name or ARN.</param>
    /// <param name="identityType">Whose role it will be.</param>
    /// <param name="principalTags">Whether their sessions carry principal tags.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The role's ARN.</returns>
    /// <exception cref="InvalidSettingException">There is no such role, or its trust policy refuses the pool.</exception>
    public async Task<string> AcceptAsync(
        string setting, string nameOrArn, PoolIdentityType identityType,
        bool principalTags, CancellationToken cancellationToken)
    {
        var role = await FindAsync(setting, nameOrArn, cancellationToken).ConfigureAwait(false);
        if (RoleNames.TooLongWarning(partition, role.Arn.Substring(role.Arn.LastIndexOf('/') + 1)) is { } tooLong)
            warnings.Add(tooLong);
        if (Settle(role, identityType, principalTags) is not { } explanation)
            return role.Arn;
        throw new InvalidSettingException(
            setting,
            nameOrArn,
            explanation.Trust == PoolRoleTrust.Unknown
                ? $"the trust policy could not be understood: {role.Facts!.TrustProblem}"
                : $"the trust policy refuses {IamRoles.Users(identityType)} of the {(isNew ? "new " : "")}pool. {explanation.Reason}",
            Cure(role.Facts!, explanation, identityType, principalTags));
    }

    /// <summary>Handles a role that the pool's users already get and whose sessions will now carry principal
    /// tags.</summary>
    /// <param name="arn">The role's ARN.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    internal async Task AllowTagsAsync(string arn, CancellationToken cancellationToken)
    {
        // The plan creates its own roles with sts:TagSession already allowed.
        if (Placeholders.IsPlaceholder(arn))
            return;
        NamedRole role;
        try
        {
            role = await FindAsync("Role", arn, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidSettingException missing)
        {
            warnings.Add($"{missing.Cause} Users with this role get no credentials.");
            return;
        }
        if (Settle(role, PoolIdentityType.Authenticated, principalTags: true) is { } explanation)
        {
            warnings.Add($"The trust policy of role '{role.Facts!.Name}' already refuses the pool. {explanation.Reason}");
        }
    }

    private string Cure(PoolRoleFacts role, TrustExplanation explanation, PoolIdentityType identityType, bool principalTags)
    {
        // The statement for a new pool would contain a placeholder of its id.
        var statement = isNew ? "" : $" This statement would work:{Environment.NewLine}{explanation.WorkingStatement}";
        if (role.Trust is null)
            return $"Correct the trust policy in IAM. -RepairTrust cannot repair it.{statement}";
        try
        {
            TrustRepair.For(role.Trust, partition, identityPoolId, identityType, principalTags, role.Name);
            return $"Specify -RepairTrust to add what is missing.{statement}";
        }
        catch (InvalidSettingException refusal)
        {
            return refusal.Rule.Contains(explanation.Reason)
                ? $"{refusal.Remedy} -RepairTrust cannot repair it."
                : $"-RepairTrust is not possible: {refusal.Rule} {refusal.Remedy}";
        }
    }

    /// <summary>Warns or plans a repair, or returns the reason why the role refuses the users.</summary>
    private TrustExplanation? Settle(NamedRole role, PoolIdentityType identityType, bool principalTags)
    {
        if (role.Facts is not { } facts)
        {
            if (repair)
            {
                throw new InvalidSettingException(
                    "Role", role.Arn, $"the trust policy cannot be repaired, because the role could not be read: {role.ReadError}",
                    "Grant the caller iam:GetRole for this role.");
            }
            warnings.Add(role.NotReadWithCure!);
            return null;
        }
        var trust = edits.TryGetValue(facts.Name, out var planned) ? planned.Repair(planned.Role.Trust!).Policy : facts.Trust;
        var now = facts with { Trust = trust };
        var explanation = now.Explain(partition, identityPoolId, identityType, principalTags);
        if (isNew && explanation.Trust == PoolRoleTrust.NotTrusted
            && now.Explain(partition, sampleId, identityType, principalTags) is { Trust: not PoolRoleTrust.NotTrusted } byPattern)
        {
            explanation = byPattern;
        }
        if (explanation.Trust == PoolRoleTrust.Trusted)
        {
            WarnOfHoles(facts.Name, trust!, identityType, principalTags);
            return null;
        }
        if (explanation.Trust == PoolRoleTrust.Conditional && (!repair || explanation.IsAllowed))
        {
            warnings.Add(
                $"Role '{facts.Name}' accepts {IamRoles.Users(identityType)} of the pool only on a condition that is not "
                    + $"checked here: {string.Join("; ", explanation.Conditions)}.");
            WarnOfHoles(facts.Name, trust!, identityType, principalTags);
            return null;
        }
        var withoutTags = principalTags
            ? now.Explain(partition, identityPoolId, identityType, principalTags: false).Trust
            : PoolRoleTrust.NotTrusted;
        var lacksTagsOnly = withoutTags is PoolRoleTrust.Trusted or PoolRoleTrust.Conditional;
        if (trust is not null
            && (repair || (withoutTags == PoolRoleTrust.Trusted && !isNew && facts.IsMadeFor(identityPoolId))))
        {
            Plan(facts, identityType, principalTags);
            return null;
        }
        if (lacksTagsOnly)
        {
            warnings.Add(
                $"The trust policy of role '{facts.Name}' does not allow {TrustRequest.TagAction}, which the attribute mapping "
                    + "requires. Until it does, users with this role get no credentials. The role was not created for "
                    + "this pool alone, so it does not change. "
                    + (withoutTags == PoolRoleTrust.Trusted
                        ? "Specify -RepairTrust to add the action."
                        : "Add the action in IAM, to the statement that admits the users on a condition."));
            WarnOfHoles(facts.Name, trust!, identityType, principalTags: false);
            return null;
        }
        // No trust policy can name a pool that does not exist yet, so a role that trusts other pools is accepted with a
        // warning.
        if (!isNew || trust is null)
            return explanation;
        return WarnOfOtherPools(facts.Name, trust, identityType, principalTags) ? null : explanation;
    }

    /// <summary>Warns that the role trusts other pools, but not the new one.</summary>
    /// <returns>False if the role does not accept such users of any pool.</returns>
    private bool WarnOfOtherPools(string roleName, TrustPolicy trust, PoolIdentityType identityType, bool principalTags)
    {
        var others = trust.AudiencePools(partition)
            .Select(other => (Id: other, Explanation: trust.Explain(partition, other, identityType, principalTags)))
            .Where(other => other.Explanation.Trust is PoolRoleTrust.Trusted or PoolRoleTrust.Conditional)
            .ToList();
        if (others.Count == 0)
            return false;
        var users = IamRoles.Users(identityType);
        var start = $"Role '{roleName}' trusts identity pool {string.Join(" and ", others.Select(other => other.Id))}, but not the "
            + "new pool, whose id is known only after it is created. ";
        var end = $"{char.ToUpperInvariant(users[0])}{users.Substring(1)} of identity pool {pool.Name} ({identityPoolId}) get no "
            + $"credentials until role '{roleName}' trusts this pool. ";
        if (others.Exists(other => other.Explanation.Trust == PoolRoleTrust.Trusted))
        {
            warnings.Add($"{start}Specify -RepairTrust to add the id then.");
            creationWarnings.Add(
                $"{end}Run: Get-PoolRole '{identityPoolId}' -Role '{roleName}' | Set-PoolRole -RepairTrust");
            return true;
        }
        var conditions = string.Join("; ", others[0].Explanation.Conditions);
        warnings.Add($"{start}Add the id in IAM then, so that the policy keeps its condition: {conditions}.");
        creationWarnings.Add(
            $"{end}In IAM, add {identityPoolId} to the condition on aud of the statement with this condition: {conditions}.");
        return true;
    }

    private void Plan(PoolRoleFacts facts, PoolIdentityType identityType, bool principalTags)
    {
        var users = edits.TryGetValue(facts.Name, out var known) ? known.Users : [];
        var edit = new RoleTrustEdit(facts, identityPoolId, pool.Region, users.Add((identityType, principalTags)));
        var repair = edit.Repair(facts.Trust!);
        warnings.AddRange(repair.Warnings);
        edits[facts.Name] = edit;
        // The opposite, a role of authenticated users that admits guests, is reported as a hole below.
        if (identityType == PoolIdentityType.Guest
            && facts.Explain(partition, identityPoolId, PoolIdentityType.Authenticated, principalTags: false).Trust
                is PoolRoleTrust.Trusted or PoolRoleTrust.Conditional)
        {
            warnings.Add(
                $"Role '{facts.Name}' already accepts authenticated users of the pool. After the repair, guests can also assume it "
                    + "and do everything that it allows. Use separate roles to keep them apart.");
        }
        WarnOfHoles(facts.Name, repair.Policy, identityType, principalTags);
    }

    /// <summary>Warns if not only the users of the pool can assume a role.</summary>
    internal void WarnOfHoles(string roleName, TrustPolicy policy, PoolIdentityType identityType, bool principalTags)
    {
        var explanation = policy.Explain(partition, identityPoolId, identityType, principalTags);
        if (isNew && explanation.Trust == PoolRoleTrust.NotTrusted)
            explanation = policy.Explain(partition, sampleId, identityType, principalTags);
        // The finding about a statement without conditions already covers guests.
        var holes = explanation.Findings
            .Where(finding => finding.IsHole(identityType) && !(finding.Id == TrustFinding.NoAmr
                && explanation.Findings.Any(other => other.Id == TrustFinding.NoCondition && other.Statement == finding.Statement)))
            .Select(finding => finding.Message)
            .ToList();
        if (holes.Count > 0)
        {
            warnings.Add(
                $"Not only {IamRoles.Users(identityType)} of the pool can assume role '{roleName}'. {string.Join(" ", holes)} "
                    + HoleCure(roleName, policy, identityType, principalTags));
        }
    }

    // A new policy would drop every condition and the statements of others, so it is recommended only if there is
    // nothing to drop.
    private string HoleCure(string roleName, TrustPolicy policy, PoolIdentityType identityType, bool principalTags)
    {
        if (!IsReplaceable(policy))
        {
            return "To admit only them, edit the trust policy in IAM and keep its other conditions. Get-PoolRole -IncludePolicy "
                + "shows the policy.";
        }
        var named = isNew ? pool.Name : identityPoolId;
        return "To admit only them, run the following command. It replaces the whole trust policy: New-PoolTrustPolicy "
            + $"'{named.Replace("'", "''")}' {identityType} {(principalTags ? "-TagSession " : "")}| Set-Content trust.json; "
            + $"aws iam update-assume-role-policy --role-name '{roleName}' --policy-document file://trust.json";
    }

    private bool IsReplaceable(TrustPolicy policy)
    {
        var (audience, amr) = ($"{partition.CognitoKeyPrefix}:aud", $"{partition.CognitoKeyPrefix}:amr");
        return policy.Statements.Count == 1
            && policy.Statements[0].Principals.All(principal =>
                principal == new TrustPrincipal(TrustPrincipal.Federated, partition.CognitoPrincipal))
            && policy.AudiencePools(partition).All(other => other == TrustPolicy.AnyPool || other == identityPoolId)
            && policy.Statements[0].Conditions.All(condition =>
                string.Equals(condition.Key, audience, StringComparison.OrdinalIgnoreCase)
                || (string.Equals(condition.Key, amr, StringComparison.OrdinalIgnoreCase)
                    && condition.Values.All(value => value is TrustRequest.Authenticated or TrustRequest.Unauthenticated)));
    }

    private async Task<NamedRole> FindAsync(string setting, string nameOrArn, CancellationToken cancellationToken)
    {
        if (!found.TryGetValue(nameOrArn, out var role))
        {
            role = await NamedRole.FindAsync(connection, pool.Region, setting, nameOrArn, cancellationToken)
                .ConfigureAwait(false);
            found[nameOrArn] = found[role.Arn] = role;
        }
        return role;
    }
}
