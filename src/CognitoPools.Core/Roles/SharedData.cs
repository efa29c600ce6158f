using System.Text.Json;

namespace CognitoPools.Roles;

/// <summary>Sees whether a permissions policy gives every user the same data of S3 or DynamoDB. Most often a
/// double-quoted text of PowerShell has then replaced the policy variable by nothing.</summary>
internal static class SharedData
{
    private const int MostShown = 3;

    private static readonly string[] Services = ["s3", "dynamodb"];

    /// <summary>A warning about Allow statements that give data without a policy variable that differs by user or a
    /// principal tag; null without any.</summary>
    /// <param name="json">A permissions policy.</param>
    public static string? Warning(string json)
    {
        var root = PolicyJson.ParseObject(json);
        var variables = root.TryGetProperty("Version", out var version) && version.GetString() == "2012-10-17";
        var allowed = PolicyJson.Statements(root)
            .Where(statement => statement.GetProperty("Effect").GetString() == "Allow")
            .SelectMany(statement => Services.Select(service => new DataGrant(statement, service, variables)))
            .Where(grant => grant.Actions.Count > 0 && grant.Resources.Count > 0)
            .ToList();
        // A public folder beside folders of the users is usual; an empty part of a path is not.
        var shared = allowed.FindAll(grant => !grant.DiffersByUser
            && (grant.LostVariable || !allowed.Exists(other => other.Service == grant.Service && other.DiffersByUser)));
        return shared.Count == 0 ? null
            : $"The permissions policy gives all users of the role the same data: it allows {Shown(shared, grant => grant.Actions)} "
                + $"on {Shown(shared, grant => grant.Resources)} without a policy variable such as "
                + "${cognito-identity.amazonaws.com:sub} and without a principal tag. "
                + (shared.Select(grant => grant.PlainVariable).FirstOrDefault(text => text is not null) is { } plain
                    ? $"IAM takes {plain} as plain text: write \"Version\": \"2012-10-17\" into the policy. "
                    : "In double quotes PowerShell replaces ${...} by nothing: write the policy in single quotes, '...' or "
                        + "@'...'@, or make it with New-PoolRolePolicy -S3Bucket or -DynamoDbTable. ")
                + "Ignore this if the users are to share the data.";
    }

    private static string Shown(IEnumerable<DataGrant> grants, Func<DataGrant, IEnumerable<string>> part)
    {
        var all = grants.SelectMany(part).Distinct(StringComparer.Ordinal).ToList();
        return all.Count <= MostShown
            ? string.Join(", ", all)
            : FormattableString.Invariant($"{string.Join(", ", all.Take(MostShown))} and {all.Count - MostShown} more");
    }

    /// <summary>What an Allow statement gives of the data of one service.</summary>
    private sealed class DataGrant
    {
        public DataGrant(JsonElement statement, string service, bool variables)
        {
            Service = service;
            Actions =
            [
                .. DataActions.All.Where(action => action.StartsWith($"{service}:", StringComparison.Ordinal) && Concerns(statement, action)),
            ];
            var named = statement.TryGetProperty("Resource", out var resource);
            Resources = named
                ? [.. PolicyJson.Strings(resource, "Resource").Where(IsOfService)]
                : [$"all but {string.Join(", ", PolicyJson.Strings(statement.GetProperty("NotResource"), "NotResource"))}"];
            // A variable in a NotResource keeps users from their own data and opens that of all others.
            var conditions = statement.TryGetProperty("Condition", out var condition)
                ? condition.EnumerateObject().SelectMany(operation => operation.Value.EnumerateObject()).ToList()
                : [];
            var byUser = (named ? Resources : [])
                .Concat(conditions.SelectMany(key => PolicyJson.Strings(key.Value, "Condition", scalars: true)))
                .SelectMany(UserVariables.Of)
                .ToList();
            DiffersByUser = (variables && byUser.Count > 0)
                || conditions.Exists(key => UserVariables.IsPrincipalTag(key.Name));
            PlainVariable = variables ? null : byUser.FirstOrDefault();
            LostVariable = named && Resources.Any(UserVariables.IsLost);
        }

        public string Service { get; }

        /// <summary>The actions on data that it allows.</summary>
        public IReadOnlyList<string> Actions { get; }

        /// <summary>The resources of the service that it names, or that it leaves out.</summary>
        public IReadOnlyList<string> Resources { get; }

        /// <summary>Whether what it gives is another for another user, or for users with another tag.</summary>
        public bool DiffersByUser { get; }

        /// <summary>A variable that would tell users apart if the policy's Version had variables; null without any.</summary>
        public string? PlainVariable { get; }

        /// <summary>Whether a path has an empty part, as is left where a variable was replaced by nothing.</summary>
        public bool LostVariable { get; }

        private static bool Concerns(JsonElement statement, string action)
        {
            bool Fits(JsonElement patterns) => PolicyJson.Strings(patterns, "Action")
                .Any(pattern => new PolicyPattern(pattern, wildcards: true, variables: false).Matches(action, ignoreCase: true));

            return statement.TryGetProperty("Action", out var named) ? Fits(named) : !Fits(statement.GetProperty("NotAction"));
        }

        // The third part of an ARN; a "*" may stand for several.
        private bool IsOfService(string resource) =>
            resource.Split(':') is not [_, var partition, var service, ..]
                || partition.Contains('*')
                || service.IndexOfAny(['*', '?']) >= 0
                || service == Service;
    }
}
