using System.Text.RegularExpressions;

namespace CognitoPools.Documents;

/// <summary>The placeholders of a pool document. Only these names are placeholders; every other <c>${…}</c> is a policy variable
/// of IAM. With one more dollar sign, <c>$${Region}</c> is the literal text.</summary>
internal static class DocumentPlaceholders
{
    public const string AccountId = nameof(AccountId);
    public const string Region = nameof(Region);
    public const string Partition = nameof(Partition);
    public const string DnsSuffix = nameof(DnsSuffix);
    public const string CognitoPrincipal = nameof(CognitoPrincipal);
    public const string CognitoKeyPrefix = nameof(CognitoKeyPrefix);
    public const string IdentityPoolId = nameof(IdentityPoolId);

    /// <summary>The names of the placeholders.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [AccountId, Region, Partition, DnsSuffix, CognitoPrincipal, CognitoKeyPrefix, IdentityPoolId];

    private static readonly Regex Escapable = new($@"\$+(?=\{{(?:{string.Join("|", Names)})\}})", RegexOptions.CultureInvariant);
    private static readonly Regex Form = new(
        $@"(?<escape>\$*)\$\{{(?<name>{string.Join("|", Names)})\}}", RegexOptions.CultureInvariant);

    private static readonly Regex Word = new(@"(?<!\$)\$\{(?<name>[A-Za-z]+)\}", RegexOptions.CultureInvariant);

    /// <summary>The placeholder with a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static string Of(string name) => $"${{{name}}}";

    /// <summary>Escapes a text so that it contains no placeholders.</summary>
    /// <param name="text">A text of the account.</param>
    public static string Escape(string text) => Escapable.Replace(text, dollars => "$" + dollars.Value);

    /// <summary>The names of the placeholders in a text.</summary>
    /// <param name="text">A text of a document.</param>
    public static IEnumerable<string> In(string text) => Form.Matches(text).Cast<Match>()
        .Where(match => match.Groups["escape"].Length == 0)
        .Select(match => match.Groups["name"].Value);

    /// <summary>Misspelled placeholders in a text. Policy variables of IAM contain a colon.</summary>
    /// <param name="text">A text of a document.</param>
    public static IEnumerable<(string Name, string Nearest)> NearlyIn(string text) => Word.Matches(text).Cast<Match>()
        .Select(match => match.Groups["name"].Value)
        .Where(name => !Names.Contains(name, StringComparer.Ordinal))
        .Select(name => (name, NearestMatch.Find(name, Names, 2)!))
        .Where(pair => pair.Item2 is not null)
        .Distinct();

    /// <summary>Replaces the placeholders of a text with values.</summary>
    /// <param name="text">A text of a document.</param>
    /// <param name="value">Returns the value of a name.</param>
    public static string Resolve(string text, Func<string, string> value) => Form.Replace(
        text,
        match => match.Groups["escape"].Length == 0
            ? value(match.Groups["name"].Value)
            : $"{match.Groups["escape"].Value.Substring(1)}${{{match.Groups["name"].Value}}}");
}
