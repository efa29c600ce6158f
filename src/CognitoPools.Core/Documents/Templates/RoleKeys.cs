namespace CognitoPools.Documents.Templates;

/// <summary>Gathers the roles that another tool's document refers to, and gives them the keys of a pool document.</summary>
/// <typeparam name="T">What identifies a role in that document.</typeparam>
internal sealed class RoleKeys<T> where T : notnull
{
    public const string Authenticated = "authenticated";
    public const string Guest = "guest";

    private readonly UniqueNames names = new(StringComparer.Ordinal);
    private readonly Dictionary<T, string> keys = [];
    private readonly Dictionary<string, RoleDefinition> roles = new(StringComparer.Ordinal);

    /// <summary>Both keys are the default roles', whatever other roles are called.</summary>
    public RoleKeys()
    {
        names.Take(Authenticated);
        names.Take(Guest);
    }

    /// <summary>The roles by their keys.</summary>
    public IReadOnlyDictionary<string, RoleDefinition> Roles => roles;

    /// <summary>The key of a default role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="key">The key that it gets when it is not known yet.</param>
    /// <param name="definition">Reads the role.</param>
    public string Default(T role, string key, Func<RoleDefinition> definition) => Add(role, () => key, definition);

    /// <summary>The key of a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="name">The name that it gets as its key.</param>
    /// <param name="definition">Reads the role.</param>
    public string Named(T role, string name, Func<RoleDefinition> definition) => Add(role, () => names.Take(name), definition);

    /// <summary>The name in a role's ARN, which may hold placeholders.</summary>
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
