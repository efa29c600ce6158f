namespace CognitoPools.Documents.Templates;

/// <summary>The pseudo parameters of CloudFormation and the equivalent placeholders.</summary>
internal static class CloudFormationPseudo
{
    private static readonly (string Parameter, string Placeholder)[] Known =
    [
        ("AWS::AccountId", DocumentPlaceholders.AccountId),
        ("AWS::Region", DocumentPlaceholders.Region),
        ("AWS::Partition", DocumentPlaceholders.Partition),
        ("AWS::URLSuffix", DocumentPlaceholders.DnsSuffix),
    ];

    /// <summary>The pseudo parameter that removes a property.</summary>
    public const string NoValue = "AWS::NoValue";

    /// <summary>Whether a name is that of a pseudo parameter.</summary>
    /// <param name="name">A name.</param>
    public static bool IsPseudo(string name) => name.StartsWith("AWS::", StringComparison.Ordinal);

    /// <summary>The pseudo parameter of a placeholder.</summary>
    /// <param name="placeholder">The name of the placeholder.</param>
    public static string Parameter(string placeholder) => Known.First(known => known.Placeholder == placeholder).Parameter;

    /// <summary>The placeholder of a pseudo parameter, or null.</summary>
    /// <param name="parameter">The name of the pseudo parameter.</param>
    public static string? Placeholder(string parameter) =>
        Array.Find(Known, known => known.Parameter == parameter).Placeholder;
}
