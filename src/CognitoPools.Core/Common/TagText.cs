namespace CognitoPools;

/// <summary>Reads tags as text, as in a CSV file: <c>team=web; stage=test</c>.</summary>
public static class TagText
{
    private static readonly string[] Separators = ["; ", ", "];

    /// <summary>The tags.</summary>
    /// <param name="setting">The parameter of the text.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidSettingException">The text does not contain tags, or the end of a key is ambiguous.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string setting, string text)
    {
        var tags = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split(Separators, StringSplitOptions.None))
        {
            var at = part.IndexOf('=');
            if (at <= 0 || part.IndexOf('=', at + 1) >= 0 || tags.Exists(tag => tag.Key == part.Substring(0, at)))
            {
                throw new InvalidSettingException(
                    setting, text, "does not have the form 'key=value; key=value'.", "Correct the text, or specify a table: @{ key = 'value' }.");
            }
            tags.Add(new(part.Substring(0, at), part.Substring(at + 1)));
        }
        return tags;
    }
}
