using System.Collections;

namespace CognitoPools.Providers;

/// <summary>
/// The forms of an attribute mapping: a word; a table of principal tag key to claim; the object with Mode and Tags in
/// JSON and CLIXML; the UseDefaults and PrincipalTags of the service, CloudFormation and Terraform; and the text in a
/// CSV file.
/// </summary>
internal static class MappingForms
{
    private const string Setting = "AttributeMapping";

    private static readonly KeyNames Own = new([nameof(AttributeMapping.Mode), nameof(AttributeMapping.Tags)]);
    private static readonly KeyNames Service = new(["UseDefaults", "PrincipalTags"]);

    /// <summary>Reads the mapping.</summary>
    public static AttributeMapping Read(object? value) => value switch
    {
        AttributeMapping mapping => mapping,
        IDictionary { Count: 0 } =>
            throw new InvalidSettingException(
                Setting, null, "the table is empty.",
                "Specify at least one tag and its claim, for example @{ team = 'custom:team' }, or Inactive for no tags."),
        IDictionary table => FromObject(table) ?? FromService(table) ?? Custom(table),
        string text when text.IndexOf('=') > 0 => Custom(TagText.Read(Setting, text)),
        _ =>
            OfMode(
                ProviderSettings.Member<AttributeMappingMode>(value) ?? throw new InvalidSettingException(
                    Setting, value, "the value is not supported.",
                    "Specify Inactive, Default or a table such as @{ team = 'custom:team' }."),
                null),
    };

    // The tags of a custom mapping can have these names too. The value of Mode is then a claim and not a mode.
    private static AttributeMapping? FromObject(IDictionary table)
    {
        var entries = Own.Read(Setting, table);
        if (entries.Keys.Any(key => Own.Find(key) is null)
            || !entries.TryGetValue(nameof(AttributeMapping.Mode), out var mode)
            || ProviderSettings.Member<AttributeMappingMode>(mode) is not { } known)
        {
            return null;
        }
        return OfMode(known, entries.TryGetValue(nameof(AttributeMapping.Tags), out var tags) ? tags : null);
    }

    private static AttributeMapping? FromService(IDictionary table)
    {
        var entries = Service.Read(Setting, table);
        if (entries.Keys.Any(key => Service.Find(key) is null)
            || (entries.TryGetValue("UseDefaults", out var flag) && flag is not (null or bool or "true" or "false" or "True" or "False")))
        {
            return null;
        }
        entries.TryGetValue("PrincipalTags", out var tags);
        return flag is not null && ProviderSettings.Flag(Setting, flag) ? AttributeMapping.Default
            : tags is IDictionary { Count: > 0 } given ? Custom(given)
            : AttributeMapping.Inactive;
    }

    private static AttributeMapping OfMode(AttributeMappingMode mode, object? tags) => (mode, tags) switch
    {
        (AttributeMappingMode.Default, _) => AttributeMapping.Default,
        (AttributeMappingMode.Inactive, _) => AttributeMapping.Inactive,
        (_, IDictionary { Count: > 0 } table) => Custom(table),
        (_, string { Length: > 0 } text) => Custom(TagText.Read(Setting, text)),
        _ =>
            throw new InvalidSettingException(
                Setting, mode, "a custom mapping requires at least one tag.",
                "Specify a table of tags and their claims, for example @{ team = 'custom:team' }."),
    };

    private static AttributeMapping Custom(IDictionary table) => Custom(table.Cast<DictionaryEntry>().Select(entry =>
    {
        var key = ScalarText.Of(Setting, null, entry.Key);
        return new KeyValuePair<string, string>(key, ScalarText.Of(Setting, key, entry.Value));
    }));

    private static AttributeMapping Custom(IEnumerable<KeyValuePair<string, string>> tags) => AttributeMapping.Custom(tags);
}
