namespace CognitoPools.Completion;

/// <summary>A managed policy as a suggestion.</summary>
internal static class ManagedPolicySuggestion
{
    private const string Start = ":policy/";

    /// <summary>It by its name, unless it has a path, with which only the ARN finds it.</summary>
    public static IEnumerable<Suggestion> Of(TypedWord word, string arn)
    {
        var name = arn.Substring(arn.IndexOf(Start, StringComparison.Ordinal) + Start.Length);
        return name.IndexOf('/') < 0 ? ArnSuggestion.Of(word, name, arn)
            : word.Begins(arn) || word.Begins(name.Substring(name.LastIndexOf('/') + 1)) ? [new Suggestion(arn, arn)]
            : [];
    }
}
