using System.Text.RegularExpressions;

namespace CognitoPools.Documents;

/// <summary>What IAM takes of a role, so that a document is refused before anything is changed.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html, and API_PutRolePolicy.html for the names of
/// inline policies.</remarks>
internal static class RoleDefinitionRules
{
    // IAM takes 50, and one of them names the pool.
    private const int MostTags = 49;

    private static readonly Regex Description = new(
        @"\A[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]{0,1000}\z", RegexOptions.CultureInvariant);
    private static readonly Regex TagKey = new(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}\z", RegexOptions.CultureInvariant);
    private static readonly Regex TagValue = new(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}\z", RegexOptions.CultureInvariant);
    private static readonly Regex PolicyName = new(@"\A[\w+=,.@-]{1,128}\z", RegexOptions.ECMAScript);

    /// <summary>Checks a role that a document describes.</summary>
    /// <param name="key">The key of the role.</param>
    /// <param name="role">The role.</param>
    /// <exception cref="DocumentFormatException">IAM would refuse a part of it.</exception>
    public static void Check(string key, RoleDefinition role)
    {
        var place = $"$.roles.{key}";
        if (role.Description is { } description && !Description.IsMatch(description))
        {
            throw new DocumentFormatException(
                $"{place}.description", "IAM takes at most 1,000 characters of the Latin alphabets.", "Shorten it, or use other characters.");
        }
        if (role.MaxSessionDuration is < 3_600 or > 43_200)
            throw new DocumentFormatException($"{place}.maxSessionDuration", "a session lasts 3600 to 43200 seconds.", "");
        if (role.Tags.Count > MostTags)
            throw new DocumentFormatException($"{place}.tags", "a role has at most 49 tags beside the one that names the pool.", "");
        foreach (var tag in role.Tags)
        {
            if (tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || !TagKey.IsMatch(tag.Key) || !TagValue.IsMatch(tag.Value))
            {
                throw new DocumentFormatException(
                    $"{place}.tags['{ShownText.Value(tag.Key)}']",
                    "IAM takes letters, digits, spaces and the characters _ . : / = + - @ in the key and the value of a tag; keys that begin "
                        + "with 'aws:' belong to AWS.",
                    "");
            }
        }
        foreach (var name in role.InlinePolicies.Keys)
        {
            if (!PolicyName.IsMatch(name))
            {
                throw new DocumentFormatException(
                    $"{place}.inlinePolicies['{ShownText.Value(name)}']",
                    "the name of a policy has 1 to 128 letters, digits and the characters _ + = , . @ -", "");
            }
        }
    }
}
