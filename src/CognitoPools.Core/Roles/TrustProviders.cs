namespace CognitoPools.Roles;

/// <summary>Values of amr that name a provider, or one user of it: they admit authenticated users only.</summary>
internal static class TrustProviders
{
    /// <summary>
    /// Providers are hosts, ARNs, or <c>ARN:OIDC:user</c>. A developer provider's plain name looks like a misspelt
    /// 'authenticated' and is not taken for a provider.
    /// </summary>
    public static bool IsProvider(string amr) => amr.IndexOfAny(['.', '/', ':']) > 0;

    /// <summary>A provider that each such value of a policy admits; a wildcard stands for some text.</summary>
    public static IEnumerable<(string Value, string Provider)> NamedIn(TrustPolicy policy, TrustRequest request) =>
        policy.Statements.SelectMany(statement => statement.Conditions)
            .Where(condition => condition.IsFor(request.KeyOf("amr")))
            .SelectMany(
                condition => condition.Values,
                (condition, value) =>
                    (Value: value, Provider: condition.Parsed.Wildcards ? value.Replace('*', 'x').Replace('?', 'x') : value))
            .Where(named => IsProvider(named.Value))
            .Distinct();
}
