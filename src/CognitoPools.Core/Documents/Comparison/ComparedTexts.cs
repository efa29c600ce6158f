namespace CognitoPools.Documents.Comparison;

/// <summary>Converts the texts of both sides to the same form, so that a literal ARN equals an exported one with placeholders.</summary>
/// <remarks>If only one side is a pool in an account, the placeholders of both sides are resolved with its names. Two pools in
/// accounts, and two files, are compared with placeholders.</remarks>
internal sealed class ComparedTexts
{
    private readonly Portability? portability;

    public ComparedTexts(ComparedPool expected, ComparedPool actual)
    {
        var names = expected.Names is null ? actual.Names : actual.Names is null ? expected.Names : null;
        if (names is null)
            return;
        // An unknown account id remains a placeholder on both sides.
        var account = names.AccountId ?? DocumentPlaceholders.Of(DocumentPlaceholders.AccountId);
        portability = new Portability(names with { AccountId = account });
    }

    public string Text(string text) => portability is null ? text : portability.Resolve(text);

    public string Policy(string json)
    {
        try
        {
            return portability is null ? json : portability.ResolvePolicy(json);
        }
        catch (FormatException)
        {
            return json;
        }
    }
}
