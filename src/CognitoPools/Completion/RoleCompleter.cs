using CognitoPools.Roles;

namespace CognitoPools.Completion;

/// <summary>Completes the account's IAM roles: by name, or by ARN if the user typed one. Service-linked roles are omitted,
/// because only AWS services can use them.</summary>
internal sealed class RoleCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context)
    {
        if (context.Region is not { } region)
            return [];
        var roles = context.Read($"roles {region}", async (connection, token) =>
        {
            var listed = new List<RoleListing>();
            await foreach (var role in new IamRoles(connection, region).ListAsync(token).ConfigureAwait(false))
                listed.Add(role);
            return listed;
        }) ?? [];
        return roles.Where(role => !role.IsServiceLinked)
            .OrderBy(role => role.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(role => ArnSuggestion.Of(context.Word, role.Name, role.Arn));
    }
}
