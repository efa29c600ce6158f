namespace CognitoPools;

/// <summary>Reads the text of tags, as a CSV file holds it: <c>team=web; stage=test</c>.</summary>
public static class TagText
{
    private static readonly string[] Separators = ["; ", ", "];

    /// <summary>The tags.</summary>
    /// <param name="setting">The parameter that the text was given for.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidSettingException">The text is none of tags, or does not say where a key ends.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string setting, string text)
    {
        var tags = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split(Separators, StringSplitOptions.None))
        {
            var at = part.IndexOf('=');
            if (at <= 0 || part.IndexOf('=', at + 1) >= 0 || tags.Exists(tag => tag.Key == part.Substring(0, at)))
            {
                throw new InvalidSettingException(
                    setting, text, "the text does not tell keys from values.", "Give a table: @{ key = 'value' }.");
            }
            tags.Add(new(part.Substring(0, at), part.Substring(at + 1)));
        }
        return tags;
    }
}
