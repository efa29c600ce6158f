using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>The scope of a grant: all resources of a service, a whole bucket, or a part that differs by user.</summary>
internal static class GrantScope
{
    // The part after the account in the ARN of all resources of a type. Bucket names are in this part, too.
    private static readonly string[] WholeKinds =
    [
        "*/*", "apis/*", "client/*", "function:*", "identity/*", "key/*", "log-group:*", "log-group:*:*", "log-group:*:log-stream:*",
        "stream/*", "table/*", "thing/*", "topic/*", "topicfilter/*",
    ];

    /// <summary>Whether the scope differs by user, by a variable, a principal tag or a condition on the identity.</summary>
    public static bool DiffersByUser(this EffectiveGrant grant) =>
        grant.Resources().Any(resource => UserVariables.Of(resource).Any())
            || grant.Tests.Any(test => UserVariables.IsPrincipalTag(test.Key)
                || test.Key.EndsWith(":sub", StringComparison.OrdinalIgnoreCase)
                || test.Values.SelectMany(UserVariables.Of).Any())
            // A Deny of everything except the user's part leaves only that part.
            || grant.Denies.Any(deny => deny.Conditions.Count == 0 && deny.Resources.IsNegated && deny.Actions.Covers(grant.Grant.Actions)
                && deny.Resources.Patterns.Any(pattern => UserVariables.Of(pattern.Text).Any()));

    /// <summary>Whether a condition is about a key.</summary>
    public static bool Tests(this EffectiveGrant grant, string key) => grant.Tests.Any(test => test.IsFor(key));

    /// <summary>Whether the resources can belong to the service.</summary>
    public static bool IsOfService(this EffectiveGrant grant, string service) =>
        grant.Resources().All(resource => resource.Split(':') is not [_, var partition, var named, ..]
            || partition.Contains('*') || named.IndexOfAny(['*', '?']) >= 0 || named == service);

    /// <summary>Whether the scope is all resources of the service.</summary>
    public static bool IsOnEverything(this EffectiveGrant grant) =>
        grant.Resources().All(resource => Name(resource) is "*" || WholeKinds.Contains(Name(resource), StringComparer.Ordinal));

    /// <summary>Whether one resource is named, without a wildcard.</summary>
    public static bool IsOnOne(this EffectiveGrant grant) => grant.Grant.Resources.All.Any(resource => !resource.Pattern.IsWild);

    /// <summary>Whether the scope is all objects of a bucket.</summary>
    public static bool IsOnWholeBucket(this EffectiveGrant grant) => grant.IsOfService("s3") && grant.Resources().All(resource =>
    {
        var name = Name(resource);
        var slash = name.IndexOf('/');
        return slash < 0 ? name.Contains('*') : name.Substring(slash + 1).StartsWith("*", StringComparison.Ordinal);
    });

    /// <summary>Whether the scope is the bucket itself, as for listing it.</summary>
    public static bool IsOnBucket(this EffectiveGrant grant) =>
        grant.IsOfService("s3") && grant.Resources().All(resource => !Name(resource).Contains('/'));

    private static IEnumerable<string> Resources(this EffectiveGrant grant) =>
        grant.Grant.Resources.All.Select(resource => resource.Pattern.Text);

    // The part after the account in an ARN. A shorter text is a pattern that covers several parts.
    private static string Name(string resource)
    {
        var parts = resource.Split([':'], 6);
        return parts.Length == 6 ? parts[5] : resource.EndsWith("*", StringComparison.Ordinal) ? "*" : resource;
    }
}
