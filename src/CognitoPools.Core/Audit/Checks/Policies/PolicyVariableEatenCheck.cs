using System.Text.RegularExpressions;
using CognitoPools.Audit.Model;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>A resource lacks the variable that would tell users apart.</summary>
internal sealed class PolicyVariableEatenCheck : StatementCheck
{
    public override CheckInfo Info { get; } = new("PolicyVariableEaten", "A variable of the identity got lost")
    {
        Condition = "A role for authenticated users allows data of Amazon S3 at a path with an empty part, or in a folder of "
            + "users without the user.",
        Severity = "High.",
        Highest = PoolFindingSeverity.High,
        Why = "In double quotes PowerShell and shells replace ${...:sub} by nothing, so that all users share what was "
            + "meant to be their own.",
        Fix = "Write the policy again in single quotes, or make it with New-PoolRolePolicy -S3Bucket.",
        NotWhen = "The prefix is public, or the role has another statement with a variable of the identity beside a folder of users.",
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
