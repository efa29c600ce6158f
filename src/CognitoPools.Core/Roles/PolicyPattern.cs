namespace CognitoPools.Roles;

/// <summary>A value of a policy: <c>*</c> matches any text, <c>?</c> any one character. <c>${*}</c>, <c>${?}</c> and
/// <c>${$}</c> are the characters themselves.</summary>
internal sealed class PolicyPattern
{
    private const char AnyText = '*';
    private const char AnyCharacter = '?';

    private readonly List<PolicyToken> tokens = [];

    /// <summary>Reads a value. Policies of version 2008-10-17 have no variables: in them, <c>${</c> is plain
    /// text.</summary>
    public PolicyPattern(string value, bool wildcards, bool variables)
    {
        Text = value;
        for (var index = 0; index < value.Length; index++)
        {
            var end = variables && string.CompareOrdinal(value, index, "${", 0, 2) == 0 ? value.IndexOf('}', index) : -1;
            if (end < 0)
            {
                tokens.Add(new(value[index], wildcards && value[index] is AnyText or AnyCharacter));
            }
            else
            {
                var inBraces = value.Substring(index, end - index + 1);
                var isEscape = inBraces.Length == 4 && inBraces[2] is AnyText or AnyCharacter or '$';
                tokens.Add(isEscape ? new(inBraces[2], false) : new(default, false, inBraces));
                if (!isEscape)
                    Variable ??= inBraces;
                index = end;
            }
        }
    }

    /// <summary>The value as it is in the policy.</summary>
    public string Text { get; }

    /// <summary>The parts of the value in their order.</summary>
    public IReadOnlyList<PolicyToken> Tokens => tokens;

    /// <summary>A policy variable in the value, or null. Variables are not evaluated here, so nothing matches a value
    /// that contains one.</summary>
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
                    || (tokens[token] is { Wild: false, Variable: null }
                        && Same(tokens[token].Character, text[at], ignoreCase))))
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

/// <summary>A part of a policy's value.</summary>
/// <param name="Character">The character; <c>*</c> or <c>?</c> for a wildcard.</param>
/// <param name="Wild">Whether it is a wildcard.</param>
/// <param name="Variable">The policy variable, if it is one.</param>
internal readonly record struct PolicyToken(char Character, bool Wild, string? Variable = null)
{
    public bool IsAnyText => Wild && Character == '*';
}
