using System.Text.RegularExpressions;

namespace CognitoPools;

/// <summary>Makes one sentence of a setting, its value and the rule that the value breaks.</summary>
internal static class SettingSentence
{
    // "it" refers to the setting, whose name replaces it.
    private static readonly Regex Predicate = new(
        @"\A(?:it )?(?=(?:is|are|was|were|has|have|had|does|do|did|must|can|cannot|could|would|may|needs|lacks|holds|contains|names|"
            + @"identifies|describes|specifies|requires|accepts|supports|uses|belongs|applies|matches|fits|excludes|replaces|refers|"
            + @"points|looks|selects|chooses|exceeds|starts|begins|ends|already|also)\b)",
        RegexOptions.CultureInvariant);

    private static readonly Regex PlainWord = new(@"\A[a-z]+(?=[ ,:;])", RegexOptions.CultureInvariant);

    /// <summary>The sentence, for example "Role 'admin:x' must be the name or the ARN of an IAM role."</summary>
    /// <param name="setting">The setting's name.</param>
    /// <param name="value">The value as messages show it, or null when the message does not show one.</param>
    /// <param name="rule">A predicate, or a sentence.</param>
    public static string Of(string setting, string? value, string rule)
    {
        if (value is not null)
            return Join(value.Length == 0 ? $"{setting} (an empty value)" : $"{setting} '{value}'", rule);
        return Predicate.IsMatch(rule) ? Join("-" + setting, rule) : Capitalized(rule);
    }

    /// <summary>The sentence about an item of a list, for example "Rule 2: the key 'Claim' is missing."</summary>
    /// <param name="item">The item, such as 'Rule 2', or null when the setting is not a list.</param>
    /// <param name="setting">The setting's name.</param>
    /// <param name="value">The value as messages show it, or null when the message does not show one.</param>
    /// <param name="rule">A predicate, or a sentence.</param>
    public static string Of(string? item, string setting, string? value, string rule)
    {
        if (item is null)
            return Of(setting, value, rule);
        // The sentence already names the setting.
        if (rule.StartsWith($"'{setting}' ", StringComparison.Ordinal) || rule.StartsWith($"-{setting} ", StringComparison.Ordinal))
            return $"{item}: {rule}";
        var subject = item.Split(' ').Contains(setting, StringComparer.Ordinal) ? item : $"{item}, {setting}";
        if (value is null)
            return Join(subject, rule);
        var shown = value.Length == 0 ? "(an empty value)" : $"'{value}'";
        return Join(subject == item && item != setting ? $"{item}, {shown}" : $"{subject} {shown}", rule);
    }

    private static string Join(string subject, string rule)
    {
        var predicate = Predicate.Match(rule);
        return predicate.Success ? $"{subject} {rule.Substring(predicate.Length)}" : $"{subject}: {rule}";
    }

    // A name such as 'accounts.google.com' or 'guestAccess' keeps its case.
    private static string Capitalized(string sentence) =>
        PlainWord.IsMatch(sentence) ? char.ToUpperInvariant(sentence[0]) + sentence.Substring(1) : sentence;
}
