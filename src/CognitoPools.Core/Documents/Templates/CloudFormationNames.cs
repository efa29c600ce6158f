namespace CognitoPools.Documents.Templates;

/// <summary>The logical ids of a template's resources and parameters.</summary>
internal sealed class CloudFormationNames
{
    public const string Pool = "IdentityPool";
    public const string RoleAttachment = "IdentityPoolRoleAttachment";

    private readonly UniqueNames ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> secrets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> principalTags = new(StringComparer.Ordinal);

    /// <summary>Names all resources and parameters of a template.</summary>
    /// <param name="content">The pool.</param>
    public CloudFormationNames(TemplateContent content)
    {
        ids.Take(Pool);
        ids.Take(RoleAttachment);
        foreach (var secret in content.Definition.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal))
            secrets[secret.Key] = ids.Take(Id(secret.Value));
        foreach (var role in content.Roles)
            roles[role.Key] = ids.Take(RoleId(role.Key));
        foreach (var provider in content.PrincipalTags)
            principalTags[provider.TagKey!] = ids.Take($"{provider.Type}PrincipalTag");
    }

    /// <summary>The parameters of the consumer secrets, by provider name.</summary>
    public IReadOnlyDictionary<string, string> Secrets => secrets;

    /// <summary>The id of a role that the document describes.</summary>
    /// <param name="key">The key of the role in the document.</param>
    public string? Role(string key) => roles.TryGetValue(key, out var id) ? id : null;

    /// <summary>The id of the principal tags of a provider.</summary>
    /// <param name="provider">The provider.</param>
    public string PrincipalTag(PoolIdentityProvider provider) => principalTags[provider.TagKey!];

    private static string RoleId(string key)
    {
        var id = Id(key);
        return id.EndsWith("Role", StringComparison.Ordinal) ? id : id + "Role";
    }

    private static string Id(string text)
    {
        var words = UniqueNames.Words(text).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1));
        var id = string.Concat(words);
        return id.Length == 0 ? "Unnamed" : id.Length > 200 ? id.Substring(0, 200) : id;
    }
}
