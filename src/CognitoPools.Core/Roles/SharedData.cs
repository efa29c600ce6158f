using System.Text.Json;

namespace CognitoPools.Roles;

/// <summary>Checks whether a permissions policy grants every user the same data of S3 or DynamoDB. The usual cause is a
/// double-quoted string of PowerShell, in which the policy variable was replaced with nothing.</summary>
internal static class SharedData
{
    private const int MostShown = 3;

    private static readonly string[] Services = ["s3", "dynamodb"];

    /// <summary>A warning about Allow statements that grant data without a policy variable that differs by user or a
    /// principal tag; null if there are none.</summary>
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
        // A public folder next to the users' folders is common; an empty part of a path is not.
        var shared = allowed.FindAll(grant => !grant.DiffersByUser
            && (grant.LostVariable || !allowed.Exists(other => other.Service == grant.Service && other.DiffersByUser)));
        return shared.Count == 0 ? null
            : $"The permissions policy grants all users of the role the same data. It allows {Shown(shared, grant => grant.Actions)} "
                + $"on {Shown(shared, grant => grant.Resources)} without a policy variable such as "
                + "${cognito-identity.amazonaws.com:sub} and without a principal tag. "
                + (shared.Select(grant => grant.PlainVariable).FirstOrDefault(text => text is not null) is { } plain
                    ? $"IAM reads {plain} as plain text: add \"Version\": \"2012-10-17\" to the policy. "
                    : "In double quotes, PowerShell replaces ${...} with nothing: write the policy in single quotes, '...' or "
                        + "@'...'@, or create it with New-PoolRolePolicy -S3Bucket or -DynamoDbTable. ")
                + "Ignore this warning if the users share the data.";
    }

    private static string Shown(IEnumerable<DataGrant> grants, Func<DataGrant, IEnumerable<string>> part)
    {
        var all = grants.SelectMany(part).Distinct(StringComparer.Ordinal).ToList();
        return all.Count <= MostShown
            ? string.Join(", ", all)
            : FormattableString.Invariant($"{string.Join(", ", all.Take(MostShown))} and {all.Count - MostShown} more");
    }

    /// <summary>The data of one service that an Allow statement grants.</summary>
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
            // A variable in a NotResource keeps users from their own data and opens the data of all others.
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

        /// <summary>The resources of the service that it names or excludes.</summary>
        public IReadOnlyList<string> Resources { get; }

        /// <summary>Whether the granted data differs by user or by tag.</summary>
        public bool DiffersByUser { get; }

        /// <summary>A variable that would tell users apart if the policy's Version supported variables; null if there
        /// is none.</summary>
        public string? PlainVariable { get; }

        /// <summary>Whether a path has an empty part, which is left if a variable was replaced with nothing.</summary>
        public bool LostVariable { get; }

        private static bool Concerns(JsonElement statement, string action)
        {
            bool Fits(JsonElement patterns) => PolicyJson.Strings(patterns, "Action")
                .Any(pattern => new PolicyPattern(pattern, wildcards: true, variables: false).Matches(action, ignoreCase: true));

            return statement.TryGetProperty("Action", out var named) ? Fits(named) : !Fits(statement.GetProperty("NotAction"));
        }

        // The service is the third part of an ARN; a "*" can match several parts.
        private bool IsOfService(string resource) =>
            resource.Split(':') is not [_, var partition, var service, ..]
                || partition.Contains('*')
                || service.IndexOfAny(['*', '?']) >= 0
                || service == Service;
    }
}
