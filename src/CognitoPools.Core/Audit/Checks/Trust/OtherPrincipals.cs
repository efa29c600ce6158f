using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The principals that can assume a role without an identity pool.</summary>
/// <remarks>https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html</remarks>
internal static class OtherPrincipals
{
    private const string AssumeRole = "sts:AssumeRole";

    private static readonly string[] Actions = [AssumeRole, TrustRequest.AssumeAction, "sts:AssumeRoleWithSAML"];

    // A request without a token has neither of them.
    private static readonly string[] ClaimsOfCognito = ["aud", "amr"];

    /// <summary>Whether a statement in effect lets a principal assume the role.</summary>
    /// <param name="trust">The role.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="principal">One of its principals.</param>
    public static bool IsOpen(JudgedTrust trust, TrustStatement statement, TrustPrincipal principal) =>
        ActionsOf(principal).Any(action => statement.ConcernsAction(action)
            && !(action == AssumeRole && DemandsCognito(trust, statement))
            && !trust.Policy.Statements.Any(other => Closes(other, action, principal)));

    // Users, roles, accounts and services have no provider token, which the other actions require.
    private static string[] ActionsOf(TrustPrincipal principal) =>
        principal.Value == "*" || principal.Type == TrustPrincipal.Federated ? Actions : [AssumeRole];

    private static bool DemandsCognito(JudgedTrust trust, TrustStatement statement) => ClaimsOfCognito
        .SelectMany(claim => trust.Admission.ConditionsOn(statement, claim))
        .Any(condition => condition.Parsed.Demands);

    private static bool Closes(TrustStatement statement, string action, TrustPrincipal principal) =>
        !statement.Allows && statement.Conditions.Count == 0 && statement.ConcernsAction(action)
            && statement.Principals.Any(denied => Covers(denied, principal));

    // A Deny for an account applies to everyone in it.
    private static bool Covers(TrustPrincipal denied, TrustPrincipal principal) => denied.IsEverybody || denied == principal
        || denied.Type == principal.Type && (denied.Value == "*"
            || denied.IsAccount && denied.Account == principal.Account);
}
