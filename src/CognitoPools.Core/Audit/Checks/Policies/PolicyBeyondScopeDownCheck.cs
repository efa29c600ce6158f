using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>The guest role allows more than Cognito grants to guests.</summary>
internal sealed class PolicyBeyondScopeDownCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyBeyondScopeDown", "The guest role allows more than Cognito grants to guests")
    {
        Condition = "The guest role allows actions outside the services that guests can use in the enhanced flow.",
        Severity = "Low; High if guests can use the basic flow.",
        Highest = PoolFindingSeverity.High,
        Why = "In the enhanced flow, the permission has no effect. In the basic flow, Cognito does not limit guests, "
            + "so they have the permission.",
        Fix = "Remove the actions, and turn the basic flow off.",
        NotWhen = "The actions belong to geo-maps, geo-places or geo-routes, on which two AWS pages disagree.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
    };

    internal override IReadOnlyList<StatementCheck> HiddenBy { get; } = [new PolicyGuestAdminCheck(), new PolicyGuestWildcardCheck()];

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        RoleGrants.OfGuestsWithoutCeiling(pool, role).Where(grant => Actions(grant).Any(IsBeyond)).Select(grant => grant.Part);

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        pool.IsLive ? PoolFindingSeverity.High : PoolFindingSeverity.Low;

    // GetCallerIdentity needs no permission.
    private static readonly string[] NotReported = ["geo-maps:", "geo-places:", "geo-routes:", "sts:GetCallerIdentity"];

    // A Deny of everything except some actions leaves only these.
    private static IEnumerable<string> Actions(EffectiveGrant grant)
    {
        var kept = grant.Denies.FirstOrDefault(deny => deny.Conditions.Count == 0 && deny.Actions.IsNegated
            && deny.Resources.Covers(grant.Grant.Resources));
        return kept is null
            ? [grant.Part.Action]
            : kept.Actions.Patterns.Where(pattern => !grant.Grant.Actions.IsApartFrom(pattern)).Select(grant.Grant.Actions.Narrower);
    }

    private static bool IsBeyond(string action) =>
        !GuestCeiling.Admits(action)
            && !Array.Exists(NotReported, start => action.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
