using System.Globalization;
using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>A trust policy that admits a pool's users, made from one that does not, with the fewest changes.</summary>
/// <param name="Policy">The repaired policy.</param>
/// <param name="Changes">The changes, one line each; empty if the policy was right.</param>
/// <param name="Warnings">Other consequences of the changes, one sentence each.</param>
public sealed record TrustRepair(TrustPolicy Policy, IReadOnlyList<string> Changes, IReadOnlyList<string> Warnings)
{
    /// <summary>IAM's default limit for the length of a trust policy, without white space.</summary>
    public const int DefaultLength = 2048;

    /// <summary>The highest limit that an account can have.</summary>
    public const int MaximumLength = 8192;

    /// <summary>Whether the policy needed no change.</summary>
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>
    /// Repairs a policy. Other statements do not change, except those for the Cognito principal that have no condition
    /// on aud. IAM refuses every change of a policy that contains one, so they are bound to the pool, with a warning.
    /// </summary>
    /// <param name="policy">The policy as it is.</param>
    /// <param name="partition">The pool's partition.</param>
    /// <param name="identityPoolId">The pool's id, or its placeholder.</param>
    /// <param name="identityType">Whose role it is.</param>
    /// <param name="principalTags">Whether their sessions carry principal tags.</param>
    /// <param name="roleName">The role's name, for messages.</param>
    /// <exception cref="InvalidSettingException"> A Deny excludes the pool; a condition of a statement cannot be
    /// decided for all users, so that another Allow would open what the condition closes; IAM does not know an
    /// operator; or the policy would be longer than IAM ever accepts. </exception>
    public static TrustRepair For(
        TrustPolicy policy, AwsPartition partition, string identityPoolId,
        PoolIdentityType identityType, bool principalTags, string roleName)
    {
        bool IsTrusted(TrustPolicy candidate, bool tags) =>
            candidate.Explain(partition, identityPoolId, identityType, tags).IsAllowed;

        if (IsTrusted(policy, principalTags))
            return new TrustRepair(policy, [], []);
        RefuseUnknownOperators(policy, roleName);
        var changes = new List<string>();
        var warnings = new List<string>();
        var repaired = BindToPools(policy, [identityPoolId], identityType, roleName, changes, warnings);
        RefuseWhereUndecided(repaired, partition, identityPoolId, identityType, principalTags, roleName);
        if (!IsTrusted(repaired, tags: false))
            repaired = Admit(repaired, partition, identityPoolId, identityType, principalTags, changes);
        if (!IsTrusted(repaired, principalTags))
            repaired = AllowTags(repaired, partition, identityPoolId, identityType, changes);
        var explanation = repaired.Explain(partition, identityPoolId, identityType, principalTags);
        if (!explanation.IsAllowed)
        {
            throw new InvalidSettingException(
                "Role", roleName, $"the trust policy cannot be repaired by adding to it. {explanation.Reason}",
                "Edit the trust policy in IAM.");
        }
        CheckLength(repaired, roleName, warnings);
        return new TrustRepair(repaired, changes, warnings);
    }

    // Such a statement matches no one, and what it was intended to close is not known.
    private static void RefuseUnknownOperators(TrustPolicy policy, string roleName)
    {
        var wrong = policy.Statements
            .SelectMany(statement => statement.Conditions, (statement, condition) => (statement.Label, Condition: condition))
            .FirstOrDefault(known => known.Condition.Parsed.Kind == ConditionOperatorKind.Unknown);
        if (wrong.Condition is null)
            return;
        throw new InvalidSettingException(
            "Role",
            roleName,
            $"the trust policy cannot be repaired. {wrong.Label}: {wrong.Condition.Misspelt}.",
            "Correct the operator in IAM first. IAM does not accept a policy with an unknown operator.");
    }

    private static void RefuseWhereUndecided(
        TrustPolicy policy,
        AwsPartition partition,
        string identityPoolId,
        PoolIdentityType identityType,
        bool principalTags,
        string roleName)
    {
        if (UndecidedStatements.Find(policy, partition, identityPoolId, identityType, principalTags) is not { } undecided)
            return;
        throw new InvalidSettingException(
            "Role",
            roleName,
            $"the trust policy cannot be repaired. {undecided.Statement.Label} may already accept the pool's users: "
                + $"{undecided.Open}. A repair would add an Allow without this condition.",
            "Edit the trust policy in IAM, or use a separate role for the pool.");
    }

    /// <summary>Binds the statements for the Cognito principal that have no condition on aud, because IAM refuses every
    /// change of a policy that contains one.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="identityPoolIds">The pools.</param>
    /// <param name="identityType">Whose role it is, for statements that have no condition on amr either; null for
    /// both.</param>
    /// <param name="roleName">The role's name, for the warnings.</param>
    /// <param name="changes">Receives a line for each change.</param>
    /// <param name="warnings">Receives a sentence for each change.</param>
    internal static TrustPolicy BindToPools(
        TrustPolicy policy, IReadOnlyList<string> identityPoolIds, PoolIdentityType? identityType,
        string roleName, List<string> changes, List<string> warnings)
    {
        var pools = string.Join(" and ", identityPoolIds.Select(Shown));
        foreach (var statement in policy.CognitoStatementsWithoutAudience())
        {
            var partition = AwsPartition.All.First(
                known => statement.Principals.Contains(new(TrustPrincipal.Federated, known.CognitoPrincipal)));
            var edit = identityPoolIds.Aggregate(
                new TrustStatementEdit(statement),
                (bare, pool) => bare.WithCondition("StringEquals", $"{partition.CognitoKeyPrefix}:aud", pool));
            var bound = $"aud {pools}";
            if (identityType is { } users
                && !statement.Conditions.Any(condition => condition.IsFor($"{partition.CognitoKeyPrefix}:amr")))
            {
                edit = edit.WithCondition(
                    "ForAnyValue:StringLike", $"{partition.CognitoKeyPrefix}:amr", TrustRequest.AmrOf(users));
                bound += $" and amr {TrustRequest.AmrOf(users)}";
            }
            policy = policy.WithStatement(statement.Number, edit.ToJson());
            changes.Add($"{statement.Label}: bound to {bound}");
            var others = statement.Principals
                .Where(principal => principal != new TrustPrincipal(TrustPrincipal.Federated, partition.CognitoPrincipal))
                .ToList();
            var lost = others.Count == 0
                ? ""
                : $" {string.Join(", ", others)} can no longer assume the role by this statement.";
            warnings.Add(
                $"{statement.Label} of role '{roleName}' trusts Cognito without a binding condition on aud, so any pool can use the "
                    + $"role. IAM refuses every change of a policy with such a statement. The repair binds the statement to "
                    + $"{pools}. Other pools that use this role need a separate statement.{lost}");
        }
        return policy;
    }

    // If a statement differs only in the pools that it names, the pool is added to it, which keeps the policy short.
    private static TrustPolicy Admit(
        TrustPolicy policy, AwsPartition partition, string identityPoolId,
        PoolIdentityType identityType, bool principalTags, List<string> changes)
    {
        var like = policy.Statements.FirstOrDefault(statement => IsForOtherPools(policy, statement, partition, identityType));
        if (like is null)
        {
            changes.Add(
                $"Statement {(policy.Statements.Count + 1).ToString(CultureInfo.InvariantCulture)}: added for "
                    + $"{IamRoles.Users(identityType)} of {Shown(identityPoolId)}");
            return policy.WithStatement(
                TrustPolicy.ForPool(partition, [identityPoolId], identityType, principalTags).Statements[0].ToJson());
        }
        changes.Add($"{like.Label}: aud {(identityPoolId == Placeholders.PoolId ? "of the new pool" : identityPoolId)} added");
        return policy.WithStatement(
            like.Number,
            new TrustStatementEdit(like)
                .WithCondition("StringEquals", $"{partition.CognitoKeyPrefix}:aud", identityPoolId)
                .ToJson());
    }

    private static bool IsForOtherPools(
        TrustPolicy policy, TrustStatement statement, AwsPartition partition, PoolIdentityType identityType)
    {
        var (aud, amr) = ($"{partition.CognitoKeyPrefix}:aud", $"{partition.CognitoKeyPrefix}:amr");
        return statement.Allows && statement.Conditions.Count == 2
            && statement.Principals is [{ } only]
                && only == new TrustPrincipal(TrustPrincipal.Federated, partition.CognitoPrincipal)
                && statement.Conditions.Any(condition => condition.IsFor(aud) && condition.Operator == "StringEquals")
                && statement.Conditions.Any(condition => condition.IsFor(amr)
                    && condition.Parsed.Demands
                    && condition.Values is [{ } value]
                    && value == TrustRequest.AmrOf(identityType))
                && policy.PoolsOf(statement, partition).FirstOrDefault(pool => pool != TrustPolicy.AnyPool) is { } other
                && policy.Explain(partition, other, identityType).Trust == PoolRoleTrust.Trusted;
    }

    private static TrustPolicy AllowTags(
        TrustPolicy policy, AwsPartition partition, string identityPoolId,
        PoolIdentityType identityType, List<string> changes)
    {
        var request = TrustRequest.ForPool(partition, identityPoolId, identityType, needsTagSession: true);
        var admitting = policy.Match(request, TrustRequest.AssumeAction).FirstOrDefault(match => match.Statement.Allows
            && match.Matches
            && IsOnlyFor(match.Statement, request))?.Statement;
        if (admitting is not null)
        {
            changes.Add($"{admitting.Label}: {TrustRequest.TagAction} added");
            return policy.WithStatement(
                admitting.Number, new TrustStatementEdit(admitting).WithAction(TrustRequest.TagAction).ToJson());
        }
        // The action alone does not allow anyone to assume the role, so a separate statement opens nothing.
        changes.Add(
            $"Statement {(policy.Statements.Count + 1).ToString(CultureInfo.InvariantCulture)}: added, allows "
                + $"{TrustRequest.TagAction} to {IamRoles.Users(identityType)} of {Shown(identityPoolId)}");
        var made = TrustPolicy.ForPool(partition, [identityPoolId], identityType).Statements[0];
        return policy.WithStatement(new TrustStatementEdit(made).WithOnlyAction(TrustRequest.TagAction).ToJson());
    }

    /// <summary>Whether a statement can admit only the pool's guests, or only its authenticated users.</summary>
    private static bool IsOnlyFor(TrustStatement statement, TrustRequest request)
    {
        bool Binds(string claim, string value) => statement.Conditions.Any(condition => condition.IsFor(request.KeyOf(claim))
            && condition.Parsed is { Demands: true, IgnoreCase: false }
            && condition.Values is [{ } only]
            && only == value);

        return statement.NotActions.Count == 0
            && statement.Principals is [{ } principal]
            && principal == new TrustPrincipal(TrustPrincipal.Federated, request.Partition.CognitoPrincipal)
            && Binds("aud", request.Audience)
            && Binds("amr", TrustRequest.AmrOf(request.IdentityType));
    }

    private static string Shown(string identityPoolId) =>
        identityPoolId == Placeholders.PoolId ? "the new pool" : identityPoolId;

    private static void CheckLength(TrustPolicy policy, string roleName, List<string> warnings)
    {
        var length = RolePolicyDocument.CountedLength(policy.ToJson(indented: false));
        var counted = length.ToString(CultureInfo.InvariantCulture);
        if (length > MaximumLength)
        {
            throw new InvalidSettingException(
                "Role",
                roleName,
                $"the trust policy would have {counted} characters, but IAM accepts at most "
                    + $"{MaximumLength.ToString(CultureInfo.InvariantCulture)}.",
                "Use a separate role for the pool, or remove statements that are no longer needed.");
        }
        if (length > DefaultLength)
        {
            warnings.Add(
                $"The trust policy of role '{roleName}' would have {counted} characters. IAM accepts at most "
                    + $"{DefaultLength.ToString(CultureInfo.InvariantCulture)}, unless the account's quota was raised.");
        }
    }
}
