namespace CognitoPools.Completion;

/// <summary>A suggestion for a resource with a name and an ARN.</summary>
internal static class ArnSuggestion
{
    /// <summary>The name if it matches; otherwise the ARN if that matches.</summary>
    public static IEnumerable<Suggestion> Of(TypedWord word, string name, string arn)
    {
        if (word.Begins(name))
            yield return new Suggestion(name, arn);
        else if (word.Begins(arn))
            yield return new Suggestion(arn, arn);
    }
}
