namespace CognitoPools.Documents.Comparison;

/// <summary>Gives the texts of both sides the same names, so that a hand-written ARN equals the one that an export made portable.</summary>
/// <remarks>Where one side is a pool of an account, its names take the place of the placeholders on both sides. Two pools of
/// accounts are compared with their placeholders, and so are two files.</remarks>
internal sealed class ComparedTexts
{
    private readonly Portability? portability;

    public ComparedTexts(ComparedPool expected, ComparedPool actual)
    {
        var names = expected.Names is null ? actual.Names : actual.Names is null ? expected.Names : null;
        if (names is null)
            return;
        // An account whose number is not known stays the placeholder on both sides.
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
