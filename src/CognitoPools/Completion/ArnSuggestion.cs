namespace CognitoPools.Completion;

/// <summary>What has a name and an ARN, as a suggestion.</summary>
internal static class ArnSuggestion
{
    /// <summary>It by its name, else by its ARN when that was begun, else nothing.</summary>
    public static IEnumerable<Suggestion> Of(TypedWord word, string name, string arn)
    {
        if (word.Begins(name))
            yield return new Suggestion(name, arn);
        else if (word.Begins(arn))
            yield return new Suggestion(arn, arn);
    }
}
