using System.Text.Json;
using CognitoPools.Audit.Model;
using CognitoPools.Documents;

namespace CognitoPools.Audit.UserPools;

/// <summary>Reads the output of <c>aws cognito-idp</c> describe-user-pool, describe-user-pool-client and list-groups. Member names
/// are not case-sensitive, because other tools write them in other cases.</summary>
internal static class UserPoolReader
{
    private const string Remedy =
        "Specify the output of aws cognito-idp describe-user-pool, describe-user-pool-client or list-groups.";

    // The members that list-user-pool-clients returns for each client.
    private static readonly string[] ListedClient = ["ClientId", "UserPoolId", "ClientName"];

    /// <summary>Reads the output of several calls. Later output about the same user pool or app client replaces earlier output.</summary>
    /// <param name="texts">JSON texts. Each is the output of one call, or an array of outputs.</param>
    /// <exception cref="DocumentFormatException">A text is not JSON, or contains something other than such output.</exception>
    public static UserPoolFacts Read(IEnumerable<string> texts)
    {
        var facts = new ReadFacts();
        foreach (var text in texts)
        {
            var root = DocumentElement.Parse(text);
            foreach (var answer in root.Kind == JsonValueKind.Array ? root.Items() : [root])
                ReadAnswer(answer, facts);
        }
        return facts.ToFacts();
    }

    private static void ReadAnswer(DocumentElement answer, ReadFacts facts)
    {
        if (answer.Kind != JsonValueKind.Object)
            throw answer.Error("must be output about a user pool, an app client or groups.", Remedy);
        var (userPool, client, groups) = (Find(answer, "UserPool"), Find(answer, "UserPoolClient"), Find(answer, "Groups"));
        if (userPool is { } wrappedPool)
            ReadUserPool(wrappedPool, facts);
        if (client is { } wrappedClient)
            ReadClient(wrappedClient, facts);
        foreach (var group in groups?.Items() ?? [])
            ReadGroup(group, facts);
        if (userPool is not null || client is not null || groups is not null)
            return;

        if (Find(answer, "ClientId") is not null)
            ReadClient(answer, facts);
        else if (Find(answer, "UserPoolId") is not null && (Find(answer, "GroupName") ?? Find(answer, "RoleArn")) is not null)
            ReadGroup(answer, facts);
        else if (Find(answer, "Id") is not null && (Find(answer, "AdminCreateUserConfig") ?? Find(answer, "SchemaAttributes")) is not null)
            ReadUserPool(answer, facts);
        else
            throw answer.Error("is not output about a user pool, an app client or groups.", Remedy);
    }

    private static void ReadUserPool(DocumentElement userPool, ReadFacts facts)
    {
        var id = Require(userPool, "Id").Text();
        if (Find(userPool, "AdminCreateUserConfig") is { } config && Find(config, "AllowAdminCreateUserOnly") is { } adminOnly)
            facts.SelfSignUp[id] = !adminOnly.Flag();
        if (Find(userPool, "SchemaAttributes") is { } attributes)
        {
            facts.Immutable[id] =
            [
                .. attributes.Items().Where(attribute => Find(attribute, "Mutable")?.Flag() == false)
                    .Select(attribute => Require(attribute, "Name").Text()),
            ];
        }
    }

    private static void ReadClient(DocumentElement client, ReadFacts facts)
    {
        var id = Require(client, "ClientId").Text();
        var attributes = Find(client, "WriteAttributes")?.Items().Select(name => name.Text()).ToList();
        if (attributes is null && client.Members().Count() == ListedClient.Length && ListedClient.All(name => Find(client, name) is not null))
        {
            throw client.Error(
                "does not contain the write attributes of the app client.",
                "Specify the output of aws cognito-idp describe-user-pool-client, not of list-user-pool-clients.");
        }
        // The service omits a list that was never set. Some tools then write an empty list.
        facts.Writable[id] = attributes is { Count: > 0 } ? attributes : null;
    }

    private static void ReadGroup(DocumentElement group, ReadFacts facts)
    {
        var id = Require(group, "UserPoolId").Text();
        if (!facts.Roles.TryGetValue(id, out var roles))
            facts.Roles[id] = roles = [];
        if (Find(group, "RoleArn")?.Text() is { Length: > 0 } role && !roles.Contains(role))
            roles.Add(role);
    }

    private static DocumentElement Require(DocumentElement element, string name) =>
        Find(element, name) ?? throw element.Error($"'{name}' is missing.", "");

    private static DocumentElement? Find(DocumentElement element, string name)
    {
        foreach (var (key, value) in element.Members())
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return value.Kind == JsonValueKind.Null ? null : value;
        }
        return null;
    }

    /// <summary>Collects the facts.</summary>
    private sealed class ReadFacts
    {
        public Dictionary<string, IReadOnlyList<string>?> Writable { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, IReadOnlyList<string>> Immutable { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, bool> SelfSignUp { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, List<string>> Roles { get; } = new(StringComparer.Ordinal);

        public UserPoolFacts ToFacts() => new()
        {
            WriteAttributes = Writable,
            ImmutableAttributes = Immutable,
            SelfSignUp = SelfSignUp,
            GroupRoles = Roles.ToDictionary(
                pool => pool.Key, pool => (IReadOnlyList<string>)pool.Value, StringComparer.Ordinal),
        };
    }
}
