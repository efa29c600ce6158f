using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Guests have permissions of the old default policy of the console.</summary>
internal sealed class PolicyGuestConsoleDefaultCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new(
        "PolicyGuestConsoleDefault", "Guests have permissions of the old default policy of the console")
    {
        Condition = "The guest role allows cognito-sync or mobileanalytics on every resource, as in the old default "
            + "policy of the console.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "Amazon Mobile Analytics no longer exists, and AWS AppSync replaces Amazon Cognito Sync. The "
            + "permissions for these two services (mobileanalytics and cognito-sync) serve no purpose.",
        Fix = "Remove the actions, unless the application still synchronizes data sets.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
    };

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        RoleGrants.OfGuests(pool, role).Where(grant => IsOldDefault(grant.Part.Action) && grant.IsOnEverything())
            .Select(grant => grant.Part);

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        PoolFindingSeverity.Info;

    // A wider pattern is not part of the old default policy.
    private static bool IsOldDefault(string action) => Array.Exists(
        OldDefault, service => action.StartsWith(service, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] OldDefault = ["cognito-sync:", "mobileanalytics:"];
}
