using System.Globalization;
using CognitoPools.Roles;

namespace CognitoPools.Providers;

/// <summary>The changes to the rules of a provider. Rules are removed first, then replaced or added.</summary>
public sealed record RuleEdit
{
    /// <summary>The rules that replace all existing rules.</summary>
    public IReadOnlyList<PoolRoleRule>? Replace { get; init; }

    /// <summary>Rules to add. A rule that already exists is not added again.</summary>
    public IReadOnlyList<PoolRoleRule> Add { get; init; } = [];

    /// <summary>The position of the first added rule; null to add after the last rule.</summary>
    public int? At { get; init; }

    /// <summary>The numbers of rules to remove, starting at 1.</summary>
    public IReadOnlyList<int> RemoveNumbers { get; init; } = [];

    /// <summary>Rules to remove, compared by their parts.</summary>
    public IReadOnlyList<PoolRoleRule> Remove { get; init; } = [];

    /// <summary>Whether there are no changes.</summary>
    public bool IsEmpty => Replace is null && Add.Count == 0 && RemoveNumbers.Count == 0 && Remove.Count == 0;

    /// <summary>Applies the changes to the rules of a provider.</summary>
    /// <param name="provider">The current provider.</param>
    /// <exception cref="InvalidSettingException">A rule to remove does not exist, or a number is out of
    /// range.</exception>
    public IReadOnlyList<PoolRoleRule> Apply(PoolIdentityProvider provider)
    {
        if (Replace is not null)
            return Replace;
        var rules = provider.Rules.ToList();
        foreach (var number in RemoveNumbers.Distinct().OrderByDescending(number => number))
        {
            if (number < 1 || number > rules.Count)
                throw Missing(provider, number);
            rules.RemoveAt(number - 1);
        }
        foreach (var rule in Remove)
        {
            if (rules.RemoveAll(known => Same(known, rule)) == 0)
                throw Missing(provider, rule);
        }
        foreach (var rule in Add)
            InsertOnce(rules, rule, provider);
        return rules;
    }

    private void InsertOnce(List<PoolRoleRule> rules, PoolRoleRule rule, PoolIdentityProvider provider)
    {
        var there = rules.FindIndex(known => Same(known, rule));
        if (At is not { } at)
        {
            if (there < 0)
                rules.Add(rule);
            return;
        }
        var known = there < 0 ? rule : rules[there];
        if (there >= 0)
            rules.RemoveAt(there);
        var place = at + IndexIn(Add, rule);
        if (place < 1 || place > rules.Count + 1)
        {
            throw new InvalidSettingException(
                "At", at, $"the position is out of range. {provider.Name} has {Count(rules.Count)}.",
                rules.Count == 0 ? "Specify 1, or omit -At." : $"Specify a position from 1 to {(rules.Count + 1).ToString(CultureInfo.InvariantCulture)}.");
        }
        rules.Insert(place - 1, known);
    }

    private static int IndexIn(IReadOnlyList<PoolRoleRule> rules, PoolRoleRule rule) => rules.ToList().IndexOf(rule);

    // A rule in a pool contains the ARN of its role; the user may have specified the name.
    private static bool Same(PoolRoleRule known, PoolRoleRule said) =>
        known.Claim == said.Claim && known.Operator == said.Operator && known.Value == said.Value
        && (known.Role == said.Role
            || (RoleArn.TryParse(known.Role, out var arn)
                && string.Equals(arn.Name, said.Role, StringComparison.OrdinalIgnoreCase)));

    private static InvalidSettingException Missing(PoolIdentityProvider provider, object what) =>
        new("RemoveRule", what, $"{provider.Name} has no such rule.", provider.Rules.Count == 0
            ? "Omit -RemoveRule. The provider has no rules."
            : "Specify one of its rules: "
                + $"{string.Join("; ", provider.Rules.Select((rule, index) => $"{(index + 1).ToString(CultureInfo.InvariantCulture)}. {rule}"))}.");

    private static string Count(int rules) => rules switch
    {
        0 => "no rules",
        1 => "1 rule",
        _ => $"{rules.ToString(CultureInfo.InvariantCulture)} rules",
    };
}
