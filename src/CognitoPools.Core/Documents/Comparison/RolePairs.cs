using CognitoPools.Roles;

namespace CognitoPools.Documents.Comparison;

/// <summary>Finds the counterpart of each role. Authors choose the keys, so roles are paired first by use, then by name, by key, and
/// by the rules that assign them.</summary>
internal sealed class RolePairs
{
    private readonly Dictionary<string, string> actualByExpected = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly PoolDefinition expected;
    private readonly PoolDefinition actual;

    public RolePairs(PoolDefinition expected, PoolDefinition actual, IEnumerable<ComparedProvider> providers, ComparedTexts texts)
    {
        (this.expected, this.actual) = (expected, actual);
        Pair(expected.AuthenticatedRole, actual.AuthenticatedRole);
        Pair(expected.GuestRole, actual.GuestRole);
        foreach (var key in Missing())
        {
            var name = NameOf(expected, key, texts);
            Pair(key, Extra().FirstOrDefault(other => NameOf(actual, other, texts) == name));
        }
        foreach (var key in Missing())
            Pair(key, actual.Roles.ContainsKey(key) ? key : null);
        foreach (var provider in providers)
            PairRules(provider.Expected?.Rules ?? [], provider.Actual?.Rules ?? []);
    }

    /// <summary>The keys of the roles that only the expected side has.</summary>
    public IReadOnlyList<string> Missing() => [.. Keys(expected).Where(key => !actualByExpected.ContainsKey(key))];

    /// <summary>The keys of the roles that only the actual side has.</summary>
    public IReadOnlyList<string> Extra() => [.. Keys(actual).Where(key => !taken.Contains(key))];

    /// <summary>The pairs of keys, in the order of the expected side.</summary>
    public IEnumerable<(string Expected, string Actual)> Both() =>
        Keys(expected).Where(actualByExpected.ContainsKey).Select(key => (key, actualByExpected[key]));

    /// <summary>Whether both keys refer to the same role.</summary>
    public bool AreSame(string? expectedKey, string? actualKey) => expectedKey is null || actualKey is null
        ? expectedKey == actualKey
        : actualByExpected.TryGetValue(expectedKey, out var counterpart) && counterpart == actualKey;

    /// <summary>The specified name of a role, or the name that the module derives.</summary>
    public static string NameOf(PoolDefinition pool, string key, ComparedTexts texts)
    {
        var role = pool.Roles[key];
        return role.Arn is { } arn
            ? RoleKeys.NameOf(texts.Text(arn))
            : role.Name ?? RoleNames.For(pool.Name, pool.TypeOf(key));
    }

    private static IEnumerable<string> Keys(PoolDefinition pool) => pool.Roles.Keys.OrderBy(key => key, StringComparer.Ordinal);

    private void PairRules(IReadOnlyList<PoolRoleRule> one, IReadOnlyList<PoolRoleRule> other)
    {
        foreach (var (rule, counterpart) in one.Zip(other, (first, second) => (first, second)))
        {
            if (rule with { Role = "" } == counterpart with { Role = "" })
                Pair(rule.Role, counterpart.Role);
        }
    }

    private void Pair(string? expectedKey, string? actualKey)
    {
        if (expectedKey is null || actualKey is null
            || !expected.Roles.ContainsKey(expectedKey) || !actual.Roles.ContainsKey(actualKey)
            || actualByExpected.ContainsKey(expectedKey) || taken.Contains(actualKey))
        {
            return;
        }
        actualByExpected.Add(expectedKey, actualKey);
        taken.Add(actualKey);
    }
}
