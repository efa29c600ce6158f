using System.Text.RegularExpressions;

namespace CognitoPools.Documents;

/// <summary>IAM's rules for roles, which are checked before anything is changed.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html, and API_PutRolePolicy.html for the names of
/// inline policies.</remarks>
internal static class RoleDefinitionRules
{
    // IAM allows 50 tags, and one of them contains the pool id.
    private const int MostTags = 49;

    private static readonly Regex Description = new(
        @"\A[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]{0,1000}\z", RegexOptions.CultureInvariant);
    private static readonly Regex TagKey = new(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}\z", RegexOptions.CultureInvariant);
    private static readonly Regex TagValue = new(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}\z", RegexOptions.CultureInvariant);
    private static readonly Regex PolicyName = new(@"\A[\w+=,.@-]{1,128}\z", RegexOptions.ECMAScript);

    /// <summary>Checks a role that a document describes.</summary>
    /// <param name="key">The key of the role.</param>
    /// <param name="role">The role.</param>
    /// <exception cref="DocumentFormatException">IAM would reject a part of the role.</exception>
    public static void Check(string key, RoleDefinition role)
    {
        var place = $"$.roles.{key}";
        if (role.Description is { } description && !Description.IsMatch(description))
        {
            throw new DocumentFormatException(
                $"{place}.description", "the description can have up to 1,000 Latin characters.", "Use a shorter text or other characters.");
        }
        if (role.MaxSessionDuration is < 3_600 or > 43_200)
            throw new DocumentFormatException($"{place}.maxSessionDuration", "the maximum session duration must be 3600 to 43200 seconds.", "");
        if (role.Tags.Count > MostTags)
            throw new DocumentFormatException($"{place}.tags", "a role can have up to 49 tags, in addition to the tag with the pool id.", "");
        foreach (var tag in role.Tags)
        {
            if (tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || !TagKey.IsMatch(tag.Key) || !TagValue.IsMatch(tag.Value))
            {
                throw new DocumentFormatException(
                    $"{place}.tags['{ShownText.Value(tag.Key)}']",
                    "the key and the value of a tag can contain letters, digits, spaces and the characters _ . : / = + - @. Keys that "
                        + "begin with 'aws:' are reserved for AWS.",
                    "");
            }
        }
        foreach (var name in role.InlinePolicies.Keys)
        {
            if (!PolicyName.IsMatch(name))
            {
                throw new DocumentFormatException(
                    $"{place}.inlinePolicies['{ShownText.Value(name)}']",
                    "the name of a policy must have 1 to 128 characters: letters, digits and _ + = , . @ - are valid.", "");
            }
        }
    }
}
