using CognitoPools.Audit.Model;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>A policy uses a principal tag that no one has.</summary>
internal sealed class PrincipalTagUndefinedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("PrincipalTagUndefined", "A policy uses a principal tag that no one has")
    {
        Condition = "A policy of a role uses a principal tag that no attribute mapping of the pool supplies.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "No session has the tag. An Allow that requires it never applies, and a Deny may apply to no one or to "
            + "everyone.",
        Fix = "Map a claim to the tag, or remove the tag from the policy.",
        NotWhen = "The role itself has the tag, the condition also matches without the tag, or a developer provider "
            + "can supply tags with its tokens.",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html",
        Reads = AuditReads.PoolRoles | AuditReads.AttributeMappings | AuditReads.Policies,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.Pool.Unreadable.Any(part => part.IsWrittenBy(PoolCall.SetPrincipalTagAttributeMap)))
            yield break;
        var supplied = pool.Pool.Providers.SelectMany(UsedPrincipalTags.Of).ToList();
        var isOpen = pool.Pool.Providers.Any(provider => provider.Type == ProviderType.Developer);
        foreach (var role in pool.Roles.Where(role => role.Facts is not null && (role.IsOfUsers ? !isOpen : pool.Pool.GuestAccess)))
        {
            var known = new HashSet<string>(
                role.Facts!.Tags.Select(tag => tag.Key).Concat(role.IsOfUsers ? supplied : []), StringComparer.OrdinalIgnoreCase);
            foreach (var statement in role.Statements ?? [])
            {
                var missing = UsedPrincipalTags.NeededBy(statement).Where(tag => !known.Contains(tag)).ToList();
                if (missing.Count > 0)
                    yield return Result(role, statement, missing);
            }
        }
    }

    private static CheckResult Result(AuditedRole role, PermissionStatement statement, IReadOnlyList<string> missing) => new(
        PoolFindingSeverity.Medium,
        FormattableString.Invariant($"Role {role.Name}, {statement.Policy}, statement {statement.Number}"),
        PolicyJson.Write(statement.Element, indented: false),
        Remedies.Comment(
            $"Map a claim to {string.Join(" and ", missing.Select(Remedies.Quoted))} with the -AttributeMapping parameter of "
                + $"Set-PoolIdentityProvider, or remove the {(missing.Count == 1 ? "tag" : "tags")} from {statement.Policy}."))
    {
        Cause = FormattableString.Invariant($"{role.Arn}#{statement.Policy}#{statement.Number}: tags"),
    };
}
