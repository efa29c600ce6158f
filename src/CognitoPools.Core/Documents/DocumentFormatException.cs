namespace CognitoPools.Documents;

/// <summary>The error for a document that cannot be used, with place, problem and remedy.</summary>
internal sealed class DocumentFormatException : FormatException
{
    /// <summary>Creates the error.</summary>
    /// <param name="place">The JSON path, such as <c>$.providers[0].type</c>, or the line of a text that is not JSON.</param>
    /// <param name="rule">The problem, as a sentence in lower case that follows the place.</param>
    /// <param name="remedy">The remedy, as a sentence; can be empty.</param>
    public DocumentFormatException(string place, string rule, string remedy)
        : base($"{place}: {rule}{(remedy.Length == 0 ? "" : " " + remedy)}") => (Place, Rule, Remedy) = (place, rule, remedy);

    /// <summary>The JSON path or the line.</summary>
    public string Place { get; }

    /// <summary>The problem.</summary>
    public string Rule { get; }

    /// <summary>The remedy.</summary>
    public string Remedy { get; }
}
