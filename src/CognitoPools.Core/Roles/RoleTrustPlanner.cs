using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Sees that the roles which an edit gives to a pool's users accept them, and gathers the repairs of trust
/// policies and the warnings. Reads only.</summary>
/// <param name="connection">The account.</param>
/// <param name="pool">The pool; its id is empty when it is still to be made.</param>
/// <param name="repair">Whether the user lets trust policies be repaired, whosever role it is.</param>
public sealed class RoleTrustPlanner(AccountConnection connection, IdentityPool pool, bool repair)
{
    private readonly Dictionary<string, NamedRole> found = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RoleTrustEdit> edits = new(StringComparer.Ordinal);
    private readonly List<string> warnings = [];
    private readonly AwsPartition partition = AwsPartition.FromRegion(pool.Region);
    private readonly bool isNew = pool.IdentityPoolId.Length == 0;
    private readonly string identityPoolId = pool.IdentityPoolId.Length == 0 ? Placeholders.PoolId : pool.IdentityPoolId;

    /// <summary>The repairs.</summary>
    public IReadOnlyList<RoleTrustEdit> Edits => [.. edits.Values];

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Warnings => [.. warnings.Distinct(StringComparer.Ordinal)];

    /// <summary>Adds something that the user should know.</summary>
    /// <param name="warning">The text.</param>
    internal void Warn(string warning) => warnings.Add(warning);

    /// <summary>A role that the user gives to the pool's users. One that refuses them is repaired when the user allows
    /// it, and refused otherwise.</summary>
    /// <param name="setting">The parameter that names the role.</param>
    /// <param name="nameOrArn">The role's name or ARN.</param>
    /// <param name="identityType">Whose role it shall be.</param>
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
                ? "the role's trust policy could not be read. " + explanation.Reason
                : $"the role's trust policy refuses the pool: {explanation.Reason}",
            Cure(role.Facts!, explanation, identityType, principalTags));
    }

    /// <summary>A role that the pool's users get already and whose sessions are now to carry principal tags.</summary>
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
            warnings.Add($"{missing.Cause} Its users get no credentials.");
            return;
        }
        if (Settle(role, PoolIdentityType.Authenticated, principalTags: true) is { } explanation)
        {
            warnings.Add($"The trust policy of role '{role.Facts!.Name}' refuses the pool already: {explanation.Reason}");
        }
    }

    private string Cure(PoolRoleFacts role, TrustExplanation explanation, PoolIdentityType identityType, bool principalTags)
    {
        var statement = $"This statement would work:{Environment.NewLine}{explanation.WorkingStatement}";
        if (role.Trust is null)
            return $"Correct the document in IAM; it cannot be repaired here. {statement}";
        try
        {
            TrustRepair.For(role.Trust, partition, identityPoolId, identityType, principalTags, role.Name);
            return $"-RepairTrust adds what is missing. {statement}";
        }
        catch (InvalidSettingException refusal)
        {
            return $"-RepairTrust would be refused: {refusal.Rule} {refusal.Remedy}";
        }
    }

    /// <summary>Warns, plans a repair, or answers why the role refuses the users.</summary>
    private TrustExplanation? Settle(NamedRole role, PoolIdentityType identityType, bool principalTags)
    {
        if (role.Facts is not { } facts)
        {
            if (repair)
            {
                throw new InvalidSettingException(
                    "Role", role.Arn, $"its trust policy cannot be repaired, because it could not be read. {role.NotRead}",
                    "The caller needs iam:GetRole for it.");
            }
            warnings.Add(role.NotRead!);
            return null;
        }
        var trust = edits.TryGetValue(facts.Name, out var planned) ? planned.Repair(planned.Role.Trust!).Policy : facts.Trust;
        var now = facts with { Trust = trust };
        var explanation = now.Explain(partition, identityPoolId, identityType, principalTags);
        if (explanation.Trust == PoolRoleTrust.Trusted)
        {
            WarnOfHoles(facts.Name, trust!, identityType, principalTags);
            return null;
        }
        if (explanation.Trust == PoolRoleTrust.Conditional && (!repair || explanation.IsAllowed))
        {
            warnings.Add(
                $"Role '{facts.Name}' serves {IamRoles.Users(identityType)} of the pool only on a condition that is not "
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
                $"The trust policy of role '{facts.Name}' lacks {TrustRequest.TagAction}, which the attribute mapping "
                    + $"needs: until it is added, the users who get this role get no credentials. The role was not "
                    + "made for this pool alone, so it was left alone; "
                    + (withoutTags == PoolRoleTrust.Trusted
                        ? "-RepairTrust adds the action."
                        : "add the action in IAM, to the statement that admits them on a condition."));
            WarnOfHoles(facts.Name, trust!, identityType, principalTags: false);
            return null;
        }
        // No trust policy can name a pool that does not exist yet, so its aud condition is not checked.
        if (!isNew || trust is null)
            return explanation;
        var others = trust.AudiencePools(partition)
            .Select(other => trust.Explain(partition, other, identityType, principalTags))
            .ToList();
        if (others.TrueForAll(other => other.Trust != PoolRoleTrust.Trusted))
        {
            if (others.Find(other => other.Trust == PoolRoleTrust.Conditional) is not { } conditional)
                return explanation;
            warnings.Add(
                $"The trust policy of role '{facts.Name}' cannot name the new pool yet, so {IamRoles.Users(identityType)} "
                    + $"get no credentials until its id is added. Add it in IAM, so that the policy keeps its condition: "
                    + $"{string.Join("; ", conditional.Conditions)}.");
            return null;
        }
        warnings.Add(
            $"The trust policy of role '{facts.Name}' cannot name the new pool yet, so {IamRoles.Users(identityType)} get no credentials "
                + $"until this statement is added to it, which -RepairTrust does:{Environment.NewLine}{explanation.WorkingStatement}");
        return null;
    }

    private void Plan(PoolRoleFacts facts, PoolIdentityType identityType, bool principalTags)
    {
        var users = edits.TryGetValue(facts.Name, out var known) ? known.Users : [];
        var edit = new RoleTrustEdit(facts, identityPoolId, pool.Region, users.Add((identityType, principalTags)));
        var repair = edit.Repair(facts.Trust!);
        warnings.AddRange(repair.Warnings);
        edits[facts.Name] = edit;
        // The reverse, a role of users that admits guests, is a hole that stays after the repair and is named as such.
        if (identityType == PoolIdentityType.Guest
            && facts.Explain(partition, identityPoolId, PoolIdentityType.Authenticated, principalTags: false).Trust
                is PoolRoleTrust.Trusted or PoolRoleTrust.Conditional)
        {
            warnings.Add(
                $"Role '{facts.Name}' serves authenticated users of the pool. After the repair guests can assume it too, and do "
                    + "all that it allows. A role for each kind of user keeps them apart.");
        }
        WarnOfHoles(facts.Name, repair.Policy, identityType, principalTags);
    }

    /// <summary>Warns when more than the users of the pool can assume a role.</summary>
    internal void WarnOfHoles(string roleName, TrustPolicy policy, PoolIdentityType identityType, bool principalTags)
    {
        var holes = policy.Explain(partition, identityPoolId, identityType, principalTags).Findings
            .Where(finding => finding.IsHole(identityType))
            .Select(finding => finding.Message)
            .ToList();
        if (holes.Count > 0)
        {
            warnings.Add(
                $"More than {IamRoles.Users(identityType)} of the pool can assume role '{roleName}'. {string.Join(" ", holes)} "
                    + HoleCure(roleName, policy, identityType, principalTags));
        }
    }

    // A policy of the module's own would drop every condition and everybody else's statement, so it is advised only where
    // there is nothing to drop.
    private string HoleCure(string roleName, TrustPolicy policy, PoolIdentityType identityType, bool principalTags)
    {
        if (!IsReplaceable(policy))
        {
            return "To admit only them, add the condition that is missing in IAM, and keep the others: Get-PoolRole "
                + "-IncludePolicy shows the trust policy.";
        }
        var named = isNew ? pool.Name : identityPoolId;
        return $"To admit only them: New-PoolTrustPolicy '{named.Replace("'", "''")}' {identityType} "
            + $"{(principalTags ? "-TagSession " : "")}| Set-Content trust.json; aws iam update-assume-role-policy --role-name "
            + $"'{roleName}' --policy-document file://trust.json";
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
