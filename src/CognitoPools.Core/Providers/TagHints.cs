namespace CognitoPools.Providers;

/// <summary>Warns about principal tags that the service accepts in a mapping but STS does not in a session.</summary>
internal static class TagHints
{
    /// <summary>A sentence about each such tag.</summary>
    public static IEnumerable<string> Warnings(AttributeMapping mapping) =>
        RefusedKeys(mapping).Select(key =>
            $"Principal tag '{key}': the key of a session tag must have 1 to 128 characters ({SessionTag.Characters}) and must not begin "
                + "with 'aws:'. STS may refuse the sessions of users with this tag.");

    /// <summary>The keys of tags that STS refuses.</summary>
    /// <param name="mapping">An attribute mapping.</param>
    public static IEnumerable<string> RefusedKeys(AttributeMapping mapping) =>
        mapping.Tags.Keys.Where(key => !SessionTag.IsKey(key));
}
