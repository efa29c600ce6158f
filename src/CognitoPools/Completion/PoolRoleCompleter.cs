using CognitoPools.Roles;

namespace CognitoPools.Completion;

/// <summary>Completes the roles that the command's pool names: its default roles and those of its rules.</summary>
internal class PoolRoleCompleter : ValueCompleter
{
    private protected sealed override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        context.Pool() is { } pool
            ? RolesOfPool.Of(pool)
                .SelectMany(arn => RoleArn.TryParse(arn, out var role) ? Suggest(context.Word, role.Name, arn) : [])
            : [];

    /// <summary>The suggestion for a role.</summary>
    private protected virtual IEnumerable<Suggestion> Suggest(TypedWord word, string name, string arn) =>
        ArnSuggestion.Of(word, name, arn);
}
