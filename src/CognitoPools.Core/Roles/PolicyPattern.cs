namespace CognitoPools.Roles;

/// <summary>A value of a policy: <c>*</c> is any text, <c>?</c> any one character, <c>${*}</c>, <c>${?}</c> and
/// <c>${$}</c> are the characters themselves.</summary>
internal sealed class PolicyPattern
{
    private const char AnyText = '*';
    private const char AnyCharacter = '?';

    private readonly List<(char Character, bool Wild)> tokens = [];

    /// <summary>Reads a value. Policies of the version 2008-10-17 know no variables: there <c>${</c> is plain text.</summary>
    public PolicyPattern(string value, bool wildcards, bool variables)
    {
        for (var index = 0; index < value.Length; index++)
        {
            var end = variables && string.CompareOrdinal(value, index, "${", 0, 2) == 0 ? value.IndexOf('}', index) : -1;
            if (end < 0)
            {
                tokens.Add((value[index], wildcards && value[index] is AnyText or AnyCharacter));
            }
            else
            {
                if (end == index + 3 && value[index + 2] is AnyText or AnyCharacter or '$')
                    tokens.Add((value[index + 2], false));
                else
                    Variable ??= value.Substring(index, end - index + 1);
                index = end;
            }
        }
    }

    /// <summary>A policy variable in the value, or null. Variables are not evaluated here.</summary>
    public string? Variable { get; }

    public bool IsWild => tokens.Exists(token => token.Wild);

    public bool Matches(string text, bool ignoreCase = false)
    {
        int at = 0, token = 0, star = -1, resume = 0;
        while (at < text.Length)
        {
            if (token < tokens.Count && tokens[token] is { Wild: true, Character: AnyText })
            {
                (star, resume) = (token++, at);
            }
            else if (token < tokens.Count
                && (tokens[token] is { Wild: true, Character: AnyCharacter }
                    || (!tokens[token].Wild && Same(tokens[token].Character, text[at], ignoreCase))))
            {
                token++;
                at++;
            }
            else if (star >= 0)
            {
                token = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }
        while (token < tokens.Count && tokens[token] is { Wild: true, Character: AnyText })
            token++;
        return token == tokens.Count;
    }

    private static bool Same(char left, char right, bool ignoreCase) =>
        left == right || (ignoreCase && char.ToUpperInvariant(left) == char.ToUpperInvariant(right));
}
