namespace CognitoPools.Roles.Permissions;

/// <summary>Numbers the letters of patterns: characters, and policy variables as separate letters.</summary>
internal sealed class PatternLetters(bool ignoreCase, bool variablesAreText)
{
    private readonly Dictionary<string, int> variables = new(StringComparer.Ordinal);

    /// <summary>Whether the token matches any text: a <c>*</c>, or a variable that is treated as one.</summary>
    public bool IsAnyText(PolicyToken token) => token.IsAnyText || (variablesAreText && token.Variable is not null);

    public int Of(PolicyToken token)
    {
        if (token.Variable is not { } variable)
            return Of(token.Character, ignoreCase);
        if (!variables.TryGetValue(variable, out var number))
            variables.Add(variable, number = char.MaxValue + 1 + variables.Count);
        return number;
    }

    public static bool IsVariable(int letter) => letter > char.MaxValue;

    public static int Of(char character, bool ignoreCase) => ignoreCase ? char.ToUpperInvariant(character) : character;
}
