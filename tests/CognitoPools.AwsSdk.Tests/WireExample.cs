using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace CognitoPools.AwsSdk.Tests;

/// <summary>One operation's request and answer as botocore writes and reads them: the second opinion on the wire.</summary>
public sealed record WireExample(JsonObject Row)
{
    public string Operation => Row["operation"]!.GetValue<string>();

    public static IReadOnlyDictionary<string, WireExample> Of(string service) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Wire", service + ".json")))!.AsArray()
            .Select(row => new WireExample(row!.AsObject())).ToDictionary(example => example.Operation, StringComparer.Ordinal);

    /// <summary>Fills a model object with the example's values; a value without a property is an error.</summary>
    public static object Fill(Type type, JsonObject values)
    {
        var target = Activator.CreateInstance(type)!;
        foreach (var (name, value) in values)
        {
            var property = type.GetProperty(char.ToUpperInvariant(name[0]) + name[1..])
                ?? throw new InvalidOperationException($"{type.Name} has no property {name}.");
            property.SetValue(target, Convert(property.PropertyType, value!));
        }
        return target;
    }

    /// <summary>A model object as JSON, with the names that the service's model has.</summary>
    public static JsonNode? Dump(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        ConstantClass constant => JsonValue.Create(constant.Value),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create((long)number),
        long number => JsonValue.Create(number),
        DateTime { Kind: DateTimeKind.Utc } moment =>
            JsonValue.Create(moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, Dump(map[key])))),
        IEnumerable list => new JsonArray([.. list.Cast<object>().Select(Dump)]),
        _ =>
            new JsonObject(value.GetType().GetProperties().Where(property => property.DeclaringType == value.GetType()
                && property.CanWrite)
                .Select(property => KeyValuePair.Create(property.Name, Dump(property.GetValue(value))))
                    .Where(entry => entry.Value is not null)),
    };

    /// <summary>JSON text with sorted keys and first letters raised, so that only differences of content remain.</summary>
    public static string Normal(JsonNode? node) => node switch
    {
        JsonObject entries =>
            "{" + string.Join(
                ",",
                entries.Select(entry =>
                    (Key: entry.Key.Length > 0 ? char.ToUpperInvariant(entry.Key[0]) + entry.Key[1..] : "", entry.Value))
                    .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                    .Select(entry => $"{entry.Key}:{Normal(entry.Value)}")) + "}",
        JsonArray items => "[" + string.Join(",", items.Select(Normal)) + "]",
        null => "null",
        _ => node.ToJsonString(),
    };

    private static object Convert(Type declared, JsonNode value)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return value.GetValue<string>();
        if (type == typeof(bool))
            return value.GetValue<bool>();
        if (type == typeof(int))
            return value.GetValue<int>();
        if (type == typeof(long))
            return value.GetValue<long>();
        if (type == typeof(DateTime))
            return DateTime.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        if (typeof(ConstantClass).IsAssignableFrom(type))
            return Activator.CreateInstance(type, value.GetValue<string>())!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            var list = (IList)Activator.CreateInstance(type)!;
            foreach (var item in value.AsArray())
                list.Add(Convert(type.GetGenericArguments()[0], item!));
            return list;
        }
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            var map = (IDictionary)Activator.CreateInstance(type)!;
            foreach (var (key, item) in value.AsObject())
                map[key] = Convert(type.GetGenericArguments()[1], item!);
            return map;
        }
        return Fill(type, value.AsObject());
    }
}
