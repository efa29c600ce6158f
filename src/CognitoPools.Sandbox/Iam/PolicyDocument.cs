using System.Text.Json;

namespace CognitoPools.Sandbox.Iam;

/// <summary>What IAM asks of a policy document before it stores it.</summary>
internal static class PolicyDocument
{
    private static readonly string[] CognitoPrincipals =
        ["cognito-identity.amazonaws.com", "cognito-identity-us-gov.amazonaws.com", "cognito-identity.cn-north-1.amazonaws.com.cn"];

    /// <summary>White space does not count towards the size limits.</summary>
    public static int Size(string document) => document.Count(letter => !char.IsWhiteSpace(letter));

    /// <exception cref="ServiceError">The document is not a trust policy that IAM would store.</exception>
    public static void CheckTrust(string document)
    {
        foreach (var statement in Statements(document))
        {
            foreach (var prohibited in new[] { "Resource", "NotResource" }) Refuse(statement.TryGetProperty(prohibited, out _), $"Has prohibited field {prohibited}");
            Refuse(!statement.TryGetProperty("Principal", out var principal) && !statement.TryGetProperty("NotPrincipal", out _), "Missing required field Principal");
            Refuse(!statement.TryGetProperty("Action", out var actions), "Missing required field Action");
            Refuse(Texts(actions).Any(action => !action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)), "AssumeRole policy may only specify STS AssumeRole actions.");
            Refuse(Trusts(principal, CognitoPrincipals) && Allows(statement) && !HasAudience(statement), "Cognito principals require an aud condition: the trust policy must name the identity pools that may use the role.");
        }
    }

    /// <exception cref="ServiceError">The document is not a permissions policy that IAM would store.</exception>
    public static void CheckPermissions(string document)
    {
        foreach (var statement in Statements(document))
        {
            foreach (var prohibited in new[] { "Principal", "NotPrincipal" }) Refuse(statement.TryGetProperty(prohibited, out _), "Policy document should not specify a principal.");
            Refuse(!statement.TryGetProperty("Action", out _) && !statement.TryGetProperty("NotAction", out _), "Policy statement must contain actions.");
            Refuse(!statement.TryGetProperty("Resource", out _) && !statement.TryGetProperty("NotResource", out _), "Policy statement must contain resources.");
        }
    }

    private static List<JsonElement> Statements(string document)
    {
        JsonElement root;
        try
        {
            using var parsed = JsonDocument.Parse(document);
            root = parsed.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Malformed("This policy contains invalid Json");
        }

        Refuse(root.ValueKind != JsonValueKind.Object, "Syntax errors in policy.");
        Refuse(root.TryGetProperty("Version", out var version) && !(version.ValueKind == JsonValueKind.String && version.GetString() is "2012-10-17" or "2008-10-17"), "Syntax errors in policy.");
        Refuse(!root.TryGetProperty("Statement", out var content), "Missing required field Statement");
        List<JsonElement> statements = content.ValueKind == JsonValueKind.Array ? [.. content.EnumerateArray()] : [content];
        Refuse(statements.Count == 0, "Syntax errors in policy.");
        foreach (var statement in statements)
        {
            Refuse(statement.ValueKind != JsonValueKind.Object, "Syntax errors in policy.");
            Refuse(!statement.TryGetProperty("Effect", out var effect), "Missing required field Effect");
            Refuse(effect.ValueKind != JsonValueKind.String || effect.GetString() is not ("Allow" or "Deny"), "Syntax errors in policy.");
        }

        return statements;
    }

    private static bool Allows(JsonElement statement) => statement.GetProperty("Effect").GetString() == "Allow";

    private static bool Trusts(JsonElement principal, string[] services) =>
        principal.ValueKind == JsonValueKind.Object && principal.TryGetProperty("Federated", out var federated) && Texts(federated).Intersect(services, StringComparer.Ordinal).Any();

    private static bool HasAudience(JsonElement statement) =>
        statement.TryGetProperty("Condition", out var condition) && condition.ValueKind == JsonValueKind.Object
        && condition.EnumerateObject().Any(test => test.Value.ValueKind == JsonValueKind.Object
            && test.Value.EnumerateObject().Any(key => key.Name.StartsWith("cognito-identity", StringComparison.OrdinalIgnoreCase) && key.Name.EndsWith(":aud", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };

    private static void Refuse(bool isWrong, string message)
    {
        if (isWrong) throw Malformed(message);
    }

    private static ServiceError Malformed(string message) => new("MalformedPolicyDocument", message);
}
