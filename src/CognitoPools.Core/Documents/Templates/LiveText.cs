namespace CognitoPools.Documents.Templates;

/// <summary>Resolves the placeholders of document texts with the values of the account.</summary>
internal static class LiveText
{
    /// <summary>The resolved text; null if a value is not known.</summary>
    /// <param name="text">A text of a document, with placeholders.</param>
    /// <param name="names">The values.</param>
    public static string? Of(string text, LiveNames names) =>
        DocumentPlaceholders.In(text).All(name => Value(name, names) is not null)
            ? DocumentPlaceholders.Resolve(text, name => Value(name, names)!)
            : null;

    /// <summary>The value of a placeholder for a partition-specific name, for which templates have no function. Null for every other
    /// placeholder.</summary>
    /// <param name="name">The name of the placeholder.</param>
    /// <param name="names">The values.</param>
    public static string? PartitionName(string name, LiveNames names) => name switch
    {
        DocumentPlaceholders.CognitoPrincipal => names.Partition.CognitoPrincipal,
        DocumentPlaceholders.CognitoKeyPrefix => names.Partition.CognitoKeyPrefix,
        _ => null,
    };

    private static string? Value(string name, LiveNames names) => name switch
    {
        DocumentPlaceholders.AccountId => names.AccountId,
        DocumentPlaceholders.Region => names.Region,
        DocumentPlaceholders.Partition => names.Partition.Name,
        DocumentPlaceholders.DnsSuffix => names.Partition.DnsSuffix,
        DocumentPlaceholders.IdentityPoolId => names.IdentityPoolId,
        _ => PartitionName(name, names),
    };
}
