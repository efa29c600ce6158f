using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The reason why the users who should get a role cannot assume it. There is one reason, so only one check reports it.</summary>
/// <param name="Trust">The role.</param>
/// <param name="Users">Who cannot assume it.</param>
/// <param name="Kind">The reason.</param>
/// <param name="Statement">The closest statement, or null.</param>
/// <param name="Reason">The reason in words.</param>
internal sealed record RoleFault(
    JudgedTrust Trust, PoolIdentityType Users, RoleFaultKind Kind, TrustStatement? Statement, string Reason)
{
    private static readonly string[] KeysOfTheService = ["aws:", "sts:", "iam:"];

    /// <summary>The faults of a kind. Faults for guests and for users of one role are separate.</summary>
    public static IEnumerable<RoleFault> Of(AuditedPool pool, RoleFaultKind kind) =>
        JudgedTrust.Of(pool).SelectMany(Of).Where(fault => fault.Kind == kind);

    /// <summary>The faults of a role.</summary>
    public static IEnumerable<RoleFault> Of(JudgedTrust trust)
    {
        foreach (var users in trust.Users)
        {
            var request = TrustRequest.ForPool(trust.Pool.Partition, trust.PoolId, users);
            var decision = trust.Policy.Evaluate(request);
            if (decision.Trust == PoolRoleTrust.NotTrusted)
                yield return new RoleFault(trust, users, KindOf(trust, users, request, decision), decision.Statement, decision.Reason);
        }
    }

    /// <summary>Whether only a condition on aud keeps the closest statement from matching.</summary>
    public bool IsOfAudienceOnly => Failed(Trust, TrustRequest.ForPool(Trust.Pool.Partition, Trust.PoolId, Users), Statement) is { Count: > 0 } failed
        && failed.All(condition => condition.IsFor(Trust.Admission.KeyOf("aud")));

    private static RoleFaultKind KindOf(JudgedTrust trust, PoolIdentityType users, TrustRequest request, TrustDecision decision)
    {
        if (decision.Statement is { Allows: false })
            return RoleFaultKind.MissingPool;
        var cognito = trust.Admission.CognitoStatements;
        if (cognito.Count > 0 && !cognito.Any(statement => statement.ConcernsAction(TrustRequest.AssumeAction)))
            return RoleFaultKind.WrongAction;
        if (Failed(trust, request, decision.Statement) is not { Count: > 0 } failed)
            return RoleFaultKind.MissingPool;
        if (failed.Exists(condition => IsUnknownKey(condition, request)))
            return RoleFaultKind.WrongKey;
        var others = users == PoolIdentityType.Guest ? PoolIdentityType.Authenticated : PoolIdentityType.Guest;
        return failed.TrueForAll(condition => condition.IsFor(request.KeyOf("amr")))
            && trust.Admission.Admits(decision.Statement!, trust.PoolId, others) ? RoleFaultKind.AmrSwapped : RoleFaultKind.MissingPool;
    }

    // The conditions that do not match, if everything else in the statement does.
    private static List<TrustCondition>? Failed(JudgedTrust trust, TrustRequest request, TrustStatement? statement) =>
        trust.Policy.Match(request, TrustRequest.AssumeAction).FirstOrDefault(match => match.Statement == statement)
            is { Principal: true, ConcernsAction: true } nearest
            ? [.. nearest.Conditions.Where(condition => !condition.Matches).Select(condition => condition.Condition)]
            : null;

    private static bool IsUnknownKey(TrustCondition condition, TrustRequest request) =>
        condition.Parsed.Kind == ConditionOperatorKind.Text
            && !Array.Exists(KeysOfTheService, start => condition.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            && request.ValuesOf(condition.Key) is { Count: 0 };
}

/// <summary>Why users cannot assume a role.</summary>
internal enum RoleFaultKind
{
    /// <summary>No statement accepts the pool.</summary>
    MissingPool,

    /// <summary>No statement for Cognito allows the action that Cognito uses.</summary>
    WrongAction,

    /// <summary>A condition has a key that requests from Cognito do not have.</summary>
    WrongKey,

    /// <summary>The role requires guests although users get it, or the reverse.</summary>
    AmrSwapped,
}
