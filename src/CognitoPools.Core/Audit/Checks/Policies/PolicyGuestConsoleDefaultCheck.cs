using CognitoPools.Audit.Model;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Guests have the old default policy of the console.</summary>
internal sealed class PolicyGuestConsoleDefaultCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyGuestConsoleDefault", "Guests have the old default policy")
    {
        Condition = "The role for guests allows cognito-sync or mobileanalytics on every resource, as the console once wrote it.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "Amazon Mobile Analytics no longer exists, and Amazon Cognito Sync gave way to AWS AppSync: the permission "
            + "is of no use.",
        Fix = "Take the actions away, unless the application still synchronizes data sets.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
    };

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        RoleGrants.OfGuests(pool, role).Where(grant => IsOldDefault(grant.Part.Action) && grant.IsOnEverything())
            .Select(grant => grant.Part);

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        PoolFindingSeverity.Info;

    // What a wider pattern allows besides is none of the old default.
    private static bool IsOldDefault(string action) => Array.Exists(
        OldDefault, service => action.StartsWith(service, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] OldDefault = ["cognito-sync:", "mobileanalytics:"];
}
