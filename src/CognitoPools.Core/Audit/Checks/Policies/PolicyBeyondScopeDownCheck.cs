using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>The role for guests allows what the ceiling of the service cuts off.</summary>
internal sealed class PolicyBeyondScopeDownCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyBeyondScopeDown", "Guests have more than the service allows them")
    {
        Condition = "The role for guests allows actions outside of the services that guests may use in the enhanced flow.",
        Severity = "Low; High when guests can use the basic flow.",
        Highest = PoolFindingSeverity.High,
        Why = "In the enhanced flow the permission has no effect. In the basic flow, which has no ceiling, guests have it.",
        Fix = "Take the actions away, and turn the basic flow off.",
        NotWhen = "The actions belong to geo-maps, geo-places or geo-routes, about which two pages of AWS disagree.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
    };

    internal override IReadOnlyList<StatementCheck> HiddenBy { get; } = [new PolicyGuestAdminCheck(), new PolicyGuestWildcardCheck()];

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        RoleGrants.OfGuestsWithoutCeiling(pool, role).Where(grant => Actions(grant).Any(IsBeyond)).Select(grant => grant.Part);

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        pool.IsLive ? PoolFindingSeverity.High : PoolFindingSeverity.Low;

    // Everybody may call GetCallerIdentity, whatever the policies say.
    private static readonly string[] NotReported = ["geo-maps:", "geo-places:", "geo-routes:", "sts:GetCallerIdentity"];

    // A Deny of everything but some actions leaves only these.
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
