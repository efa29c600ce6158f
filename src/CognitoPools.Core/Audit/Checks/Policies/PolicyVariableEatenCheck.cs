using System.Text.RegularExpressions;
using CognitoPools.Audit.Model;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>A policy lost its identity variable.</summary>
internal sealed class PolicyVariableEatenCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyVariableEaten", "A policy lost its identity variable")
    {
        Condition = "A role for authenticated users allows Amazon S3 data at a path with an empty part, or in a "
            + "folder for users without the user.",
        Severity = "High.",
        Highest = PoolFindingSeverity.High,
        Why = "In double quotes, PowerShell and other shells replace ${...:sub} with nothing. All users then share "
            + "what should be separate.",
        Fix = "Write the policy again in single quotes, or create it with New-PoolRolePolicy -S3Bucket.",
        NotWhen = "The prefix is public, or the path is a folder for users and another statement of the role uses an "
            + "identity variable.",
        Reference = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
        Reads = AuditReads.PoolRoles | AuditReads.Policies,
        Hides = ["PolicyNoIsolation"],
    };

    internal override IReadOnlyList<StatementCheck> HiddenBy { get; } =
    [
        new PolicyGuestAdminCheck(), new PolicyRoleAdminCheck(), new PolicyGuestWildcardCheck(),
        new PolicyGuestWriteCheck(),
    ];

    internal override IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role) =>
        LostParts(RoleGrants.OfUsers(pool, role));

    protected override PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts) =>
        PoolFindingSeverity.High;

    private static readonly Regex FolderOfUsers = new(
        @"[:/](private|users?|identity|identities|homes?)[:/]\*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static IEnumerable<GrantedPart> LostParts(IReadOnlyList<EffectiveGrant> grants)
    {
        var objects = grants.Where(grant => grant.IsOfService("s3")
            && DataActions.ObjectReads.Concat(DataActions.ObjectWrites).Any(grant.Allows)).ToList();
        var usesVariable = objects.Exists(GrantScope.DiffersByUser);
        return objects
            .Where(grant => !grant.DiffersByUser() && (UserVariables.IsLost(grant.Part.Resource)
                || (!usesVariable && FolderOfUsers.IsMatch(grant.Part.Resource))))
            .Select(grant => grant.Part);
    }
}
