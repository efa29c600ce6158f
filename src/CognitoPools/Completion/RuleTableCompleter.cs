using CognitoPools.Roles;

namespace CognitoPools.Completion;

/// <summary>Completes a rule as a table: one for each role that the command's pool has for authenticated users.</summary>
internal sealed class RuleTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context)
    {
        var roles = context.Pool() is { } pool
            ? RolesOfPool.Of(pool)
                .Where(arn => arn != pool.GuestRole)
                .Select(arn => RoleArn.TryParse(arn, out var role) ? role.Name : arn)
                .ToList()
            : [];
        foreach (var role in roles.DefaultIfEmpty("role-name"))
        {
            yield return (
                TableText.Of(
                    (nameof(PoolRoleRule.Claim), "cognito:groups"),
                    (nameof(PoolRoleRule.Operator), nameof(RuleOperator.Contains)),
                    (nameof(PoolRoleRule.Value), "admins"),
                    (nameof(PoolRoleRule.Role), role)),
                $"Users of the group 'admins' get the role {role}");
        }
    }
}
