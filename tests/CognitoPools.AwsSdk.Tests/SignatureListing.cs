using System.Reflection;

namespace CognitoPools.AwsSdk.Tests;

/// <summary>The public surface of an assembly, a line each type and member.</summary>
internal static class SignatureListing
{
    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes()
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .SelectMany(type => Members(type).Order(StringComparer.Ordinal)
            .Prepend($"{type.FullName} : {type.BaseType?.FullName ?? "interface"}"));

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        foreach (var constructor in type.GetConstructors(Declared))
            yield return $"  .ctor({Parameters(constructor)})";
        foreach (var property in type.GetProperties(Declared))
            yield return $"  {Name(property.PropertyType)} {property.Name}";
        foreach (var field in type.GetFields(Declared))
            yield return $"  static {Name(field.FieldType)} {field.Name}";
        foreach (var method in type.GetMethods(Declared).Where(method => !method.IsSpecialName || method.Name == "op_Implicit"))
        {
            yield return $"  {(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})";
        }
    }

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method.GetParameters()
                .Select(parameter =>
                    $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}"));

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } underlying ? underlying.Name + "?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
