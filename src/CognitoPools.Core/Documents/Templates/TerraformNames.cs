namespace CognitoPools.Documents.Templates;

/// <summary>The names of the resources and variables of a configuration.</summary>
internal sealed class TerraformNames
{
    private readonly Dictionary<string, UniqueNames> byType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> secrets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> roles = new(StringComparer.Ordinal);

    /// <summary>Names the pool, the roles and the secrets.</summary>
    /// <param name="content">The pool.</param>
    public TerraformNames(TemplateContent content)
    {
        Pool = Take("aws_cognito_identity_pool", content.Definition.Name);
        foreach (var secret in content.Definition.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal))
            secrets[secret.Key] = Take("variable", secret.Value);
        foreach (var role in content.Roles)
            roles[role.Key] = Take("aws_iam_role", role.Live.Name);
    }

    /// <summary>The name of the pool.</summary>
    public string Pool { get; }

    /// <summary>The address of the pool.</summary>
    public string PoolAddress => $"aws_cognito_identity_pool.{Pool}";

    /// <summary>The variables of the consumer secrets, by provider name.</summary>
    public IReadOnlyDictionary<string, string> Secrets => secrets;

    /// <summary>The name of a role that the document describes; null for a role that it only references.</summary>
    /// <param name="key">The key of the role in the document.</param>
    public string? Role(string key) => roles.TryGetValue(key, out var name) ? name : null;

    /// <summary>A name that no other resource of the type has.</summary>
    /// <param name="type">The type.</param>
    /// <param name="text">The text to derive the name from.</param>
    public string Take(string type, string text)
    {
        if (!byType.TryGetValue(type, out var names))
            byType[type] = names = new UniqueNames(StringComparer.Ordinal);
        var name = string.Join("_", UniqueNames.Words(text)).ToLowerInvariant();
        return names.Take(name.Length == 0 ? "unnamed" : char.IsDigit(name[0]) ? $"_{name}" : name);
    }
}
