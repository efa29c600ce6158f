namespace CognitoPools.Completion;

/// <summary>Completes the ARNs of the roles of the command's pool, for a parameter that does not accept names. Typing a name
/// also finds the ARN.</summary>
internal sealed class PoolRoleArnCompleter : PoolRoleCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(TypedWord word, string name, string arn) =>
        word.Begins(name) || word.Begins(arn) ? [new Suggestion(arn, arn, name)] : [];
}
