namespace CognitoPools.Completion;

/// <summary>Completes the ARNs of the roles that the command's pool names, for a parameter that takes no names. A name
/// that was begun finds its ARN too.</summary>
internal sealed class PoolRoleArnCompleter : PoolRoleCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(TypedWord word, string name, string arn) =>
        word.Begins(name) || word.Begins(arn) ? [new Suggestion(arn, arn, name)] : [];
}
