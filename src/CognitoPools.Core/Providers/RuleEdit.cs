using System.Globalization;
using CognitoPools.Roles;

namespace CognitoPools.Providers;

/// <summary>What a user wants done to the rules of a provider: first removed, then replaced or added.</summary>
public sealed record RuleEdit
{
    /// <summary>All the rules, in place of the existing ones.</summary>
    public IReadOnlyList<PoolRoleRule>? Replace { get; init; }

    /// <summary>Rules to add. One that is there already is not added twice.</summary>
    public IReadOnlyList<PoolRoleRule> Add { get; init; } = [];

    /// <summary>The number that the first added rule gets; null: they come after the last.</summary>
    public int? At { get; init; }

    /// <summary>Rules to remove, by their numbers from 1.</summary>
    public IReadOnlyList<int> RemoveNumbers { get; init; } = [];

    /// <summary>Rules to remove, by what they say.</summary>
    public IReadOnlyList<PoolRoleRule> Remove { get; init; } = [];

    /// <summary>Whether nothing is to be done.</summary>
    public bool IsEmpty => Replace is null && Add.Count == 0 && RemoveNumbers.Count == 0 && Remove.Count == 0;

    /// <summary>The provider's rules as they shall be.</summary>
    /// <param name="provider">The provider as it is.</param>
    /// <exception cref="InvalidSettingException">A rule to remove is not there, or a number is none of a rule.</exception>
    public IReadOnlyList<PoolRoleRule> Apply(PoolIdentityProvider provider)
    {
        if (Replace is not null) return Replace;
        var rules = provider.Rules.ToList();
        foreach (var number in RemoveNumbers.Distinct().OrderByDescending(number => number))
        {
            if (number < 1 || number > rules.Count) throw Missing(provider, number);
            rules.RemoveAt(number - 1);
        }
        foreach (var rule in Remove)
        {
            if (rules.RemoveAll(known => Same(known, rule)) == 0) throw Missing(provider, rule);
        }
        foreach (var rule in Add) InsertOnce(rules, rule, provider);
        return rules;
    }

    private void InsertOnce(List<PoolRoleRule> rules, PoolRoleRule rule, PoolIdentityProvider provider)
    {
        var there = rules.FindIndex(known => Same(known, rule));
        if (At is not { } at)
        {
            if (there < 0) rules.Add(rule);
            return;
        }
        var known = there < 0 ? rule : rules[there];
        if (there >= 0) rules.RemoveAt(there);
        var place = at + IndexIn(Add, rule);
        if (place < 1 || place > rules.Count + 1) throw new InvalidSettingException("At", at, $"{provider.Name} has {rules.Count.ToString(CultureInfo.InvariantCulture)} rules.", $"Say 1 to {(rules.Count + 1).ToString(CultureInfo.InvariantCulture)}.");
        rules.Insert(place - 1, known);
    }

    private static int IndexIn(IReadOnlyList<PoolRoleRule> rules, PoolRoleRule rule) => rules.ToList().IndexOf(rule);

    // A rule in a pool has its role's ARN; the user may have named the role.
    private static bool Same(PoolRoleRule known, PoolRoleRule said) =>
        known.Claim == said.Claim && known.Operator == said.Operator && known.Value == said.Value
        && (known.Role == said.Role || (RoleArn.TryParse(known.Role, out var arn) && string.Equals(arn.Name, said.Role, StringComparison.OrdinalIgnoreCase)));

    private static InvalidSettingException Missing(PoolIdentityProvider provider, object what) =>
        new("RemoveRule", what, $"{provider.Name} has no such rule.", provider.Rules.Count == 0
            ? "It has no rules."
            : $"It has: {string.Join("; ", provider.Rules.Select((rule, index) => $"{(index + 1).ToString(CultureInfo.InvariantCulture)}. {rule}"))}.");
}
