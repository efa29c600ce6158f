using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CognitoPools;

/// <summary>Text for messages, warnings and views: secrets are masked, control characters are made visible, and long values
/// are shortened.</summary>
/// <remarks>A token in the wrong parameter must not reach a log, and a name that another program chose must not control the
/// reader's terminal.</remarks>
internal static class ShownText
{
    private const int LongestQuote = 60;
    private const int LongestValue = 200;
    private const int LongestSentence = 1_000;
    private const int LongestText = 8_000;

    // Random base64 switches between uppercase, lowercase, digits and signs at more than every second place. Names of roles and
    // pools do so about twice in each word, and a hash has no uppercase letters.
    private const double ChangesOfSecrets = 0.38;

    private static readonly Regex Token = new(
        @"eyJ[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_.-]*", RegexOptions.CultureInvariant);

    // A secret access key has 40 characters; a session token has several hundred. Either may follow a slash or an equals sign,
    // as the end of an ARN or the value of a tag.
    private static readonly Regex Key = new(
        @"(?<![A-Za-z0-9+])(?:[A-Za-z0-9/+]{40}|[A-Za-z0-9/+]{100,}={0,2})(?![A-Za-z0-9/+=])",
        RegexOptions.CultureInvariant);

    // Services repeat these two of a request: their value is a key, a semicolon and a secret.
    private static readonly Regex ConsumerSecret = new(
        @"(?<=(?:api\.twitter\.com|www\.digits\.com)[""']?\s*[=:]\s*[""']?[^;,""'}\s]*;)[^,""'}\s]+", RegexOptions.CultureInvariant);

    // The SDK repeats an answer that it cannot read, including any secret.
    private static readonly Regex AnswerBody = new(
        @"(?<=Response Body: )(?!\(not shown\)).+?(?=, HTTP Status Code|\z)", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    // Members of the services' answers, also after conversion to JSON.
    private static readonly Regex SecretMember = new(
        @"(?<=""(?:SecretKey|SecretAccessKey|SessionToken|Token)""\s*:\s*"")(?!\*\*\*)[^""]+", RegexOptions.CultureInvariant);

    /// <summary>The text without secrets and without characters that control a terminal. Line breaks and tabs stay.</summary>
    /// <param name="text">A message or a part of one.</param>
    public static string Of(string text) => Cut(Visible(Masked(text), "\r\n\t"), LongestText);

    /// <summary>A value in one line and at most 200 characters long.</summary>
    /// <param name="value">Anything; a list is shown with its items.</param>
    public static string Value(object? value) => value switch
    {
        null => "",
        string text => Cut(Visible(Masked(text), ""), LongestValue),
        IEnumerable<string> items => string.Join(", ", items.Select(Value)),
        IFormattable formattable => Value(formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => Value(value.ToString() ?? ""),
    };

    /// <summary>A value as a message quotes it, at most 60 characters long. ARNs, URLs and paths differ at their ends, so they may
    /// be as long as in <see cref="Value"/>.</summary>
    /// <param name="value">Anything.</param>
    public static string Short(object? value)
    {
        var text = Value(value);
        return text.Length <= LongestQuote || IsAddress(text)
            ? text
            : value is string whole ? Cut(Visible(Masked(whole), ""), LongestQuote) : Cut(text, LongestQuote);
    }

    /// <summary>A value between quotation marks, or the words 'an empty value'.</summary>
    /// <param name="value">Anything.</param>
    public static string Quoted(object? value) => Short(value) is { Length: > 0 } text ? $"'{text}'" : "an empty value";

    /// <summary>A sentence that becomes part of a message: like a value, but up to 1000 characters long.</summary>
    /// <param name="text">The sentence.</param>
    public static string Sentence(string text) => Cut(Visible(Masked(text), ""), LongestSentence);

    /// <summary>Whether the whole text has the form of a token.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsToken(string text) =>
        text.StartsWith("eyJ", StringComparison.Ordinal) && Token.Match(text).Length == text.Length;

    /// <summary>Whether the text contains something that looks like a token or a secret key.</summary>
    /// <param name="text">Any text.</param>
    public static bool HoldsSecret(string text) => !ReferenceEquals(Masked(text), text);

    /// <summary>The text with three asterisks for everything that looks like a token or a secret key.</summary>
    /// <param name="text">Any text.</param>
    public static string Masked(string text)
    {
        if (text.IndexOf("Response Body: ", StringComparison.Ordinal) >= 0 && AnswerBody.IsMatch(text))
            text = AnswerBody.Replace(text, "(not shown)");
        if (text.IndexOf("\"Se", StringComparison.Ordinal) >= 0 || text.IndexOf("\"Token", StringComparison.Ordinal) >= 0)
        {
            // HoldsSecret relies on the same object when nothing is found.
            if (SecretMember.IsMatch(text))
                text = SecretMember.Replace(text, "***");
        }
        // Most texts are too short for either form.
        if (text.IndexOf("eyJ", StringComparison.Ordinal) >= 0)
            text = Token.Replace(text, "eyJ***");
        if (text.IndexOf(';') >= 0 && ConsumerSecret.IsMatch(text))
            text = ConsumerSecret.Replace(text, "***");
        return text.Length >= 40 && Key.Matches(text).Cast<Match>().Any(match => IsRandom(match.Value))
            ? Key.Replace(text, match => IsRandom(match.Value) ? "***" : match.Value)
            : text;
    }

    private static bool IsRandom(string text)
    {
        var changes = 0;
        for (var index = 1; index < text.Length; index++)
        {
            if (KindOf(text[index]) != KindOf(text[index - 1]))
                changes++;
        }
        return changes > text.Length * ChangesOfSecrets && text.Any(character => KindOf(character) == 1);
    }

    private static int KindOf(char character) => character switch
    {
        >= 'a' and <= 'z' => 0,
        >= 'A' and <= 'Z' => 1,
        >= '0' and <= '9' => 2,
        _ => 3,
    };

    private static string Visible(string text, string kept)
    {
        StringBuilder? visible = null;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var isPair = char.IsSurrogatePair(text, index);
            if (isPair || (!ControlsTerminal(character) && !char.IsSurrogate(character)) || kept.IndexOf(character) >= 0)
            {
                visible?.Append(character);
                if (!isPair)
                    continue;
                index++;
                visible?.Append(text[index]);
                continue;
            }
            visible ??= new StringBuilder(text, 0, index, text.Length + 16);
            visible.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
        }
        return visible?.ToString() ?? text;
    }

    // Control characters, and Unicode characters that change the writing direction or break lines.
    private static bool ControlsTerminal(char character) =>
        char.IsControl(character)
            || character is '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or '\uFEFF'
                or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsAddress(string text) =>
        text.IndexOf(' ') < 0
            && (text.StartsWith("arn:", StringComparison.Ordinal) || text.IndexOf('/') >= 0 || text.IndexOf('\\') >= 0);

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return string.Format(
            CultureInfo.InvariantCulture, "{0}... ({1:N0} characters)", text.Substring(0, end), text.Length);
    }
}
