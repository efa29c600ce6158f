namespace CognitoPools.Documents.Templates;

/// <summary>Collects the roles in the document of another tool, and assigns them the keys of a pool document.</summary>
/// <typeparam name="T">The type that identifies a role in that document.</typeparam>
internal sealed class RoleKeys<T> where T : notnull
{
    public const string Authenticated = "authenticated";
    public const string Guest = "guest";

    private readonly UniqueNames names = new(StringComparer.Ordinal);
    private readonly Dictionary<T, string> keys = [];
    private readonly Dictionary<string, RoleDefinition> roles = new(StringComparer.Ordinal);

    /// <summary>Reserves the two keys of the default roles.</summary>
    public RoleKeys()
    {
        names.Take(Authenticated);
        names.Take(Guest);
    }

    /// <summary>The roles by key.</summary>
    public IReadOnlyDictionary<string, RoleDefinition> Roles => roles;

    /// <summary>The key of a default role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="key">The key for a role that is not known yet.</param>
    /// <param name="definition">Reads the role.</param>
    public string Default(T role, string key, Func<RoleDefinition> definition) => Add(role, () => key, definition);

    /// <summary>The key of a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="name">The name to use as the key.</param>
    /// <param name="definition">Reads the role.</param>
    public string Named(T role, string name, Func<RoleDefinition> definition) => Add(role, () => names.Take(name), definition);

    /// <summary>The name in the ARN of a role, which can contain placeholders.</summary>
    /// <param name="arn">The ARN.</param>
    public static string NameIn(string arn) => arn.Substring(arn.LastIndexOf('/') + 1) is { Length: > 0 } name ? name : "role";

    private string Add(T role, Func<string> name, Func<RoleDefinition> definition)
    {
        if (keys.TryGetValue(role, out var known))
            return known;
        var key = name();
        keys[role] = key;
        roles[key] = definition();
        return key;
    }
}
