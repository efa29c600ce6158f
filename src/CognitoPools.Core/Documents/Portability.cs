using System.Text.Json;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>Replaces the names of an account, a Region, a partition and a pool with placeholders, and resolves placeholders.</summary>
/// <param name="names">The values of the placeholders.</param>
internal sealed class Portability(LiveNames names)
{
    private const int ArnParts = 6;
    private const string Condition = nameof(Condition);

    private readonly AwsPartition partition = names.Partition;

    /// <summary>An ARN with placeholders for the partition, the Region, the account and the pool's id. The resource is unchanged.</summary>
    /// <param name="arn">A text from the account. If it is not an ARN, it is only escaped.</param>
    public string Arn(string arn)
    {
        var parts = arn.Split([':'], ArnParts);
        if (parts.Length < ArnParts || parts[0] != "arn")
            return WithPool(DocumentPlaceholders.Escape(arn));
        return WithPool(string.Join(
            ":",
            parts[0],
            Part(parts[1], partition.Name, DocumentPlaceholders.Partition),
            DocumentPlaceholders.Escape(parts[2]),
            Part(parts[3], names.Region, DocumentPlaceholders.Region),
            Part(parts[4], names.AccountId, DocumentPlaceholders.AccountId),
            DocumentPlaceholders.Escape(parts[5])));
    }

    /// <summary>A permissions policy with placeholders in ARNs, and in the condition keys and policy variables of Cognito.</summary>
    /// <param name="json">The policy of a role in the account.</param>
    public string PermissionsPolicy(string json) => Rewritten(json, Key, (_, text) => Value(text), indented: false);

    /// <summary>A trust policy with placeholders, also in its principals and for an account id on its own.</summary>
    /// <param name="json">The trust policy of a role in the account.</param>
    public string TrustPolicy(string json) => Rewritten(json, Key, Trusted, indented: false);

    /// <summary>Resolves the placeholders of a text.</summary>
    /// <param name="text">A text of a document.</param>
    public string Resolve(string text) => DocumentPlaceholders.Resolve(text, name => Value(name, text));

    /// <summary>Resolves the placeholders of a policy, and formats it on several lines for display in a plan.</summary>
    /// <param name="json">A policy of a document.</param>
    public string ResolvePolicy(string json) => Rewritten(json, Resolve, (_, text) => Resolve(text), indented: true);

    /// <summary>A policy of a document with placeholders for the partition's names of Cognito. Nothing else changes.</summary>
    /// <param name="json">A policy of a document, with the names of any partition.</param>
    public static string WithoutPartition(string json) => Rewritten(
        json,
        key => AwsPartition.All.Select(known => known.CognitoKeyPrefix + ":")
            .FirstOrDefault(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } prefix
                ? $"{DocumentPlaceholders.Of(DocumentPlaceholders.CognitoKeyPrefix)}:{key.Substring(prefix.Length)}"
                : key,
        (path, text) => path.Count > 1 && path[path.Count - 1] == "Federated" && AwsPartition.All.Any(known => known.CognitoPrincipal == text)
            ? DocumentPlaceholders.Of(DocumentPlaceholders.CognitoPrincipal)
            : AwsPartition.All.Select(known => known.CognitoKeyPrefix).Distinct(StringComparer.Ordinal).Aggregate(text, (current, prefix) =>
                current.Replace($"${{{prefix}:", $"${{{DocumentPlaceholders.Of(DocumentPlaceholders.CognitoKeyPrefix)}:")),
        indented: false);

    private string Value(string name, string text) => name switch
    {
        DocumentPlaceholders.AccountId => names.AccountId
            ?? throw new InvalidSettingException(
                "Value", text, "the account id, which replaces ${AccountId}, is not known.",
                "Specify -Value @{ AccountId = '...' }."),
        DocumentPlaceholders.Region => names.Region,
        DocumentPlaceholders.Partition => partition.Name,
        DocumentPlaceholders.DnsSuffix => partition.DnsSuffix,
        DocumentPlaceholders.CognitoPrincipal => partition.CognitoPrincipal,
        DocumentPlaceholders.CognitoKeyPrefix => partition.CognitoKeyPrefix,
        _ => names.IdentityPoolId ?? Placeholders.PoolId,
    };

    private static string Part(string part, string? live, string name) =>
        part.Length > 0 && part == live ? DocumentPlaceholders.Of(name) : DocumentPlaceholders.Escape(part);

    private string Key(string key)
    {
        var prefix = partition.CognitoKeyPrefix + ":";
        return key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            ? $"{DocumentPlaceholders.Of(DocumentPlaceholders.CognitoKeyPrefix)}:{DocumentPlaceholders.Escape(key.Substring(prefix.Length))}"
            : WithPool(DocumentPlaceholders.Escape(key));
    }

    // The policy variables of Cognito also contain the partition's name, and are undefined in another partition.
    private string Value(string text) => Arn(text).Replace(
        $"${{{partition.CognitoKeyPrefix}:", $"${{{DocumentPlaceholders.Of(DocumentPlaceholders.CognitoKeyPrefix)}:");

    private string Trusted(IReadOnlyList<string> path, string text)
    {
        if (path.Count > 1 && path[path.Count - 2] is "Principal" or "NotPrincipal")
        {
            var suffix = "." + partition.DnsSuffix;
            if (path[path.Count - 1] == "Federated" && text == partition.CognitoPrincipal)
                return DocumentPlaceholders.Of(DocumentPlaceholders.CognitoPrincipal);
            if (path[path.Count - 1] == "Service" && text.EndsWith(suffix, StringComparison.Ordinal))
            {
                return DocumentPlaceholders.Escape(text.Substring(0, text.Length - suffix.Length + 1))
                    + DocumentPlaceholders.Of(DocumentPlaceholders.DnsSuffix);
            }
        }
        return text.Length > 0 && text == names.AccountId ? DocumentPlaceholders.Of(DocumentPlaceholders.AccountId) : Value(text);
    }

    private string WithPool(string text) => names.IdentityPoolId is { Length: > 0 } id
        ? text.Replace(id, DocumentPlaceholders.Of(DocumentPlaceholders.IdentityPoolId))
        : text;

    private static string Rewritten(
        string json, Func<string, string> key, Func<IReadOnlyList<string>, string, string> value, bool indented) =>
        PolicyJson.Write(writer => Write(writer, PolicyJson.ParseObject(json), [], key, value), indented);

    private static void Write(
        Utf8JsonWriter writer, JsonElement element, List<string> path,
        Func<string, string> key, Func<IReadOnlyList<string>, string, string> value)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    // The keys below a condition operator are condition keys. All other names belong to the policy grammar.
                    writer.WritePropertyName(path.Count > 1 && path[path.Count - 2] == Condition ? key(member.Name) : member.Name);
                    path.Add(member.Name);
                    Write(writer, member.Value, path, key, value);
                    path.RemoveAt(path.Count - 1);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(writer, item, path, key, value);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value(path, element.GetString()!));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
