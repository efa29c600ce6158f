namespace CognitoPools.Roles;

/// <summary>Values of amr that name a provider, or one user of it. They admit only authenticated users.</summary>
internal static class TrustProviders
{
    // They represent any other provider, and any other user of a provider.
    private const string OtherProvider = "<other>";
    private const string OtherUser = "OIDC:<other>";
    private const string AnyUser = ":OIDC:<any>";

    /// <summary>Whether a value looks like a provider: providers are hosts, ARNs, or <c>ARN:OIDC:user</c>.</summary>
    public static bool IsProvider(string amr) => amr.IndexOfAny(['.', '/', ':']) > 0;

    /// <summary>
    /// Sample tokens of the users that a request represents. If a condition on amr treats any of the users differently,
    /// it treats these samples differently: users of providers that no policy names, and one for each name among the
    /// values.
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> Tokens(TrustRequest request, TrustCondition condition)
    {
        var start = request.OpenAmr!;
        var named = condition.Values.Where(CanName)
            .Select(value => condition.Parsed.Wildcards ? value.Replace('*', 'x').Replace('?', 'x') : value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return start.Length == 0 ? OfAnyProvider(request, named) : OfOneProvider(request, start, named);
    }

    // A developer provider's name can be any word, but one that is nearly 'authenticated' is a typing error.
    private static bool CanName(string value) => value.Length > 0
        && (IsProvider(value)
            || NearestMatch.Find(value, [TrustRequest.Authenticated, TrustRequest.Unauthenticated], 3) is null);

    private static IEnumerable<IReadOnlyList<string>> OfAnyProvider(TrustRequest request, List<string> named)
    {
        yield return request.Amr;
        yield return [TrustRequest.Authenticated, OtherProvider];
        foreach (var name in named)
        {
            yield return [TrustRequest.Authenticated, name];
            yield return [TrustRequest.Authenticated, name, name + AnyUser];
            yield return [TrustRequest.Authenticated, OtherProvider, name];
            foreach (var user in named.Where(user => user.StartsWith(name + ":", StringComparison.Ordinal)))
                yield return [TrustRequest.Authenticated, name, user];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> OfOneProvider(TrustRequest request, string start, List<string> named)
    {
        var provider = request.Amr[1];
        yield return request.Amr;
        yield return [TrustRequest.Authenticated, provider, start + OtherUser];
        foreach (var name in named)
        {
            yield return [
                TrustRequest.Authenticated, provider,
                name.StartsWith(start, StringComparison.Ordinal) ? name : start + name,
            ];
        }
    }
}
