namespace CognitoPools.Documents;

/// <summary>A document that cannot be used: where, why, and what to do.</summary>
internal sealed class DocumentFormatException : FormatException
{
    /// <summary>Names the place, the rule and the remedy.</summary>
    /// <param name="place">The JSON path, such as <c>$.providers[0].type</c>, or the line of a text that is not JSON.</param>
    /// <param name="rule">What is wrong, as the end of a sentence that begins with the place.</param>
    /// <param name="remedy">What to do, as a sentence; may be empty.</param>
    public DocumentFormatException(string place, string rule, string remedy)
        : base($"{place}: {rule}{(remedy.Length == 0 ? "" : " " + remedy)}") => (Place, Rule, Remedy) = (place, rule, remedy);

    /// <summary>The JSON path or the line.</summary>
    public string Place { get; }

    /// <summary>What is wrong.</summary>
    public string Rule { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
