using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace ModuleBuilder;

/// <summary>One parameter of a cmdlet as help shows it.</summary>
internal sealed record CmdletParameter(PropertyInfo Property, IReadOnlyList<ParameterAttribute> Attributes)
{
    public string Name => Property.Name;

    public bool IsSwitch => Property.PropertyType == typeof(SwitchParameter);

    public string TypeName => Shown(Property.PropertyType);

    public string Aliases =>
        Property.GetCustomAttribute<AliasAttribute>() is { } alias ? string.Join(", ", alias.AliasNames) : "none";

    public bool AcceptsWildcards => Property.GetCustomAttribute<SupportsWildcardsAttribute>() is not null;

    public IReadOnlyList<string> Values =>
        Plain(Property.PropertyType) is { IsEnum: true } choices ? Enum.GetNames(choices)
            : [.. Property.GetCustomAttributes().Select(KnownNames).FirstOrDefault(names => names is not null) ?? []];

    public static IReadOnlyList<CmdletParameter> Of(Type cmdlet) =>
    [
        .. cmdlet.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Select(property => new CmdletParameter(property, [.. property.GetCustomAttributes<ParameterAttribute>()]))
            .Where(parameter => parameter.Attributes.Count > 0),
    ];

    public ParameterAttribute? In(string parameterSet) =>
        Attributes.FirstOrDefault(attribute => attribute.ParameterSetName == parameterSet)
            ?? Attributes.FirstOrDefault(attribute => attribute.ParameterSetName == ParameterAttribute.AllParameterSets);

    public static string Position(ParameterAttribute attribute) =>
        attribute.Position < 0 ? "named" : attribute.Position.ToString(CultureInfo.InvariantCulture);

    public static string Pipeline(
        ParameterAttribute attribute) => (attribute.ValueFromPipeline, attribute.ValueFromPipelineByPropertyName) switch
        {
            (true, true) => "true (ByValue, ByPropertyName)",
            (true, false) => "true (ByValue)",
            (false, true) => "true (ByPropertyName)",
            _ => "false",
        };

    // The module is loaded by itself, so its own attribute and type are known by their names.
    private static IEnumerable<string>? KnownNames(Attribute attribute) => attribute.GetType().Name == "KnownNameAttribute"
        ? (IEnumerable<string>)attribute.GetType().GetProperty("ValidValues")!.GetValue(attribute)!
        : null;

    // A parameter that may be absent is nullable, and one of an enumeration is a Choice.
    private static Type Plain(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? Plain(underlying)
        : type.Name == "Choice`1" ? type.GetGenericArguments()[0]
        : type;

    private static string Shown(Type type) => Plain(type) is var inner && inner != type ? Shown(inner)
        : type.IsArray ? Shown(type.GetElementType()!) + "[]"
        : type.Namespace is "System" or "CognitoPools" or "System.Management.Automation" ? type.Name
        : type.FullName!;
}
