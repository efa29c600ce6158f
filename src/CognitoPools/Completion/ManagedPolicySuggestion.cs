namespace CognitoPools.Completion;

/// <summary>A managed policy as a suggestion.</summary>
internal static class ManagedPolicySuggestion
{
    private const string Start = ":policy/";

    /// <summary>The name of the policy, or its ARN if it has a path, because the name cannot identify it then.</summary>
    public static IEnumerable<Suggestion> Of(TypedWord word, string arn)
    {
        var name = arn.Substring(arn.IndexOf(Start, StringComparison.Ordinal) + Start.Length);
        return name.IndexOf('/') < 0 ? ArnSuggestion.Of(word, name, arn)
            : word.Begins(arn) || word.Begins(name.Substring(name.LastIndexOf('/') + 1)) ? [new Suggestion(arn, arn)]
            : [];
    }
}
