using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>The principal tags that policies use and that providers supply.</summary>
internal static class UsedPrincipalTags
{
    // https://docs.aws.amazon.com/cognito/latest/developerguide/provider-mappings.html
    private static readonly string[] DefaultTags = ["username", "client"];

    /// <summary>The keys of the tags in sessions of a provider's users.</summary>
    public static IEnumerable<string> Of(PoolIdentityProvider provider) => provider.AttributeMapping.Mode switch
    {
        AttributeMappingMode.Default => DefaultTags,
        AttributeMappingMode.Custom => provider.AttributeMapping.Tags.Select(tag => tag.Key),
        _ => [],
    };

    /// <summary>The keys of the tags that a statement requires. A condition that also matches without the tag does not require it.</summary>
    public static IEnumerable<string> NeededBy(PermissionStatement statement)
    {
        var tests = statement.Tests.Where(test => !test.Operator.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase)
            && !string.Equals(test.Operator, "Null", StringComparison.OrdinalIgnoreCase)).ToList();
        return Tags(
            tests.Select(test => test.Key),
            statement.Resources.Patterns.Select(pattern => pattern.Text).Concat(tests.SelectMany(test => test.Values)),
            variable => !variable.Contains(','));
    }

    /// <summary>The keys of the tags that a statement names in any way.</summary>
    public static IEnumerable<string> NamedBy(PermissionStatement statement) => Tags(
        statement.Tests.Select(test => test.Key),
        statement.Resources.Patterns.Select(pattern => pattern.Text).Concat(statement.Tests.SelectMany(test => test.Values)),
        _ => true);

    private static IEnumerable<string> Tags(
        IEnumerable<string> keys, IEnumerable<string> values, Func<string, bool> isMeant) =>
        keys.Concat(values.SelectMany(UserVariables.All).Where(isMeant).Select(UserVariables.Name))
            .Where(UserVariables.IsPrincipalTag)
            .Select(UserVariables.TagOf)
            .Distinct(StringComparer.OrdinalIgnoreCase);
}
