using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace CognitoPools.Binding;

/// <summary>
/// Tells which type of the module a user's object has or had: CSV, JSON, CLIXML, Select-Object and jobs leave a type
/// name at most, and often only the names of the properties.
/// </summary>
internal static class OwnObject
{
    // Export-Clixml, jobs and Select-Object change the type names of the module to these.
    private static readonly Regex OwnTypeName = new(
        @"\A(Deserialized\.|Selected\.)*CognitoPools\.([A-Za-z]+\.)*(?<type>[A-Za-z]+)\z", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [nameof(IdentityPool)] = "an identity pool",
        [nameof(PoolIdentity)] = "an identity",
        [nameof(PoolIdentityRemoval)] = "the result of a removal",
        [nameof(PoolIdentityMeasurement)] = "a measurement",
        [nameof(PoolDeveloperIdentity)] = "a developer identity",
        [nameof(PoolRole)] = "a role",
        [nameof(PoolPermission)] = "a permission",
        [nameof(FoundPoolRole)] = "a role",
        [nameof(PoolRoleUse)] = "a use of a role",
        [nameof(PoolRoleDecision)] = "a role decision",
        [nameof(PoolIdentityProvider)] = "a provider",
        [nameof(PoolCredential)] = "a credential",
        [nameof(PoolOpenIdToken)] = "a token",
        [nameof(PoolDocument)] = "a pool document",
        [nameof(PoolPlan)] = "a plan",
        [nameof(PoolFinding)] = "a finding",
    };

    // The property by which a row of a file, or a selected object, shows what it is. The more specific ones come first.
    private static readonly (string Property, string Type)[] Marks =
    [
        ("Steps", nameof(PoolPlan)),
        ("Evidence", nameof(PoolFinding)),
        ("AccessKeyId", nameof(PoolCredential)),
        ("DeveloperUserIdentifier", nameof(PoolDeveloperIdentity)),
        ("Token", nameof(PoolOpenIdToken)),
        ("Status", nameof(PoolIdentityRemoval)),
        ("IdentityId", nameof(PoolIdentity)),
        ("RoleArn", nameof(PoolRole)),
        ("RoleName", nameof(PoolRole)),
        ("RoleMappingKey", nameof(PoolIdentityProvider)),
        ("LoginKey", nameof(PoolIdentityProvider)),
        ("Key", nameof(PoolIdentityProvider)),
        ("PassedOver", nameof(PoolRoleDecision)),
        ("NotAction", nameof(PoolPermission)),
        ("IdentityType", nameof(PoolRoleDecision)),
        ("OldestCreation", nameof(PoolIdentityMeasurement)),
        ("Guests", nameof(PoolIdentityMeasurement)),
    ];

    // Read on demand, because reflection is slow.
    private static readonly Lazy<List<HashSet<string>>> Columns = new(() =>
    [
        .. Kinds.Keys.Select(kind => typeof(IdentityPool).Assembly.GetType($"{nameof(CognitoPools)}.{kind}", throwOnError: true)!)
            .Select(type => new HashSet<string>(type.GetProperties().Select(property => property.Name), StringComparer.OrdinalIgnoreCase)),
    ]);

    private static readonly string[] PoolColumns =
        [nameof(IdentityPool.IdentityPoolId), nameof(IdentityPool.Name), nameof(IdentityPool.GuestAccess), nameof(IdentityPool.BasicFlow)];

    /// <summary>The name of the type; null for text and for objects that show no type of the module.</summary>
    /// <param name="value">The value from the user.</param>
    public static string? TypeOf(object? value) => Unwrapped.Object(value) is null or string
        ? null
        : NamedType(value!) ?? Array.Find(Marks, mark => Has(value!, mark.Property)).Type;

    /// <summary>An object of the type in words, such as 'a role'.</summary>
    /// <param name="type">The name of a type of the module.</param>
    public static string Kind(string type) => Kinds.TryGetValue(type, out var kind) ? kind : $"an object of type {type}";

    /// <summary>An object in words: a type of the module, or the name of its .NET type.</summary>
    /// <param name="value">The value from the user.</param>
    public static string KindOf(object value) => NamedType(value) is { } type ? Kind(type)
        : Unwrapped.Object(value) is PSObject ? "the object"
        : $"an object of type {Unwrapped.Object(value)!.GetType().FullName}";

    /// <summary>The name of the module's type that an object has or had, by the names of its types alone: a row of a file has
    /// none. Null for anything else.</summary>
    /// <param name="value">The value from the user.</param>
    public static string? NamedType(object value) => Unwrapped.Object(value) is { } plain && plain.GetType().Namespace == nameof(CognitoPools)
        ? plain.GetType().Name
        : NamedByEngine(value);

    /// <summary>Whether Select-Object created the object from an object of the module.</summary>
    /// <param name="value">The value from the user.</param>
    public static bool IsSelected(object value) =>
        PSObject.AsPSObject(value).TypeNames.Any(name => name.StartsWith("Selected.", StringComparison.Ordinal));

    /// <summary>Whether an object is or was output of Get-PoolOpenIdToken. The claims of a user may also contain a Token.</summary>
    /// <param name="value">An object or a row.</param>
    public static bool IsToken(PSObject value) => NamedType(value) == nameof(PoolOpenIdToken)
        || (Has(value, nameof(PoolOpenIdToken.Token)) && Has(value, nameof(PoolOpenIdToken.IdentityId)) && Has(value, nameof(PoolOpenIdToken.Expiration)));

    /// <summary>Whether a row has a column for each property of a type of the module, because it was saved from such an
    /// object.</summary>
    /// <param name="row">A row of a file.</param>
    public static bool IsKept(PSObject row)
    {
        var columns = new HashSet<string>(row.Properties.Select(property => property.Name), StringComparer.OrdinalIgnoreCase);
        return Columns.Value.Exists(columns.IsSupersetOf);
    }

    /// <summary>Whether a row has the columns that Export-Csv and ConvertTo-Json write of an object of the module.</summary>
    /// <param name="row">A row of a file.</param>
    public static bool HasOwnColumns(object row) =>
        TypeOf(row) is not null || Array.TrueForAll(PoolColumns, column => Has(row, column));

    private static string? NamedByEngine(object value) => PSObject.AsPSObject(value).TypeNames
        .Select(name => OwnTypeName.Match(name))
        .FirstOrDefault(match => match.Success)?.Groups["type"].Value;

    private static bool Has(object value, string property) => Unwrapped.Object(value) is IDictionary table
        ? table.Keys.Cast<object>().Any(key => string.Equals(key.ToString(), property, StringComparison.OrdinalIgnoreCase))
        : PSObject.AsPSObject(value).Properties[property] is not null;
}
