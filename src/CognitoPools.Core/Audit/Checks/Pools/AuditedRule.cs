using System.Globalization;
using CognitoPools.Audit.Model;
using CognitoPools.Pools;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule of a provider, with the parts that all findings about rules share.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Index">The index of the rule, from 0.</param>
internal sealed record AuditedRule(AuditedPool Pool, PoolIdentityProvider Provider, int Index)
{
    /// <summary>The rule.</summary>
    public PoolRoleRule Rule => Provider.Rules[Index];

    /// <summary>The target of findings about the rule.</summary>
    public string Target => $"Rule {Number} of {ProviderRemedies.Key(Provider)}";

    private string Number => (Index + 1).ToString(CultureInfo.InvariantCulture);

    private IReadOnlyList<PoolRoleRule> Others => [.. Provider.Rules.Where((_, index) => index != Index)];

    // The content identifies the rule, so that the command fails if the rules were changed meanwhile. Two equal rules would both match.
    private string Named => Others.Contains(Rule) ? Number : RestoreCommands.Rule(Rule);

    /// <summary>All rules of a pool.</summary>
    public static IEnumerable<AuditedRule> Of(AuditedPool pool) => pool.Pool.Providers.SelectMany(
        provider => provider.Rules.Select((_, index) => new AuditedRule(pool, provider, index)));

    /// <summary>A finding about the rule.</summary>
    public CheckResult Result(PoolFindingSeverity severity, string remedy) =>
        new(severity, Target, Rule.ToString(), remedy) { Cause = Target };

    /// <summary>A finding whose remedy removes the rule. The last rule of a provider has no such remedy, because without rules all
    /// its users would get the authenticated role.</summary>
    /// <param name="severity">The severity.</param>
    /// <param name="accessLost">A sentence about who loses access; null if no one does.</param>
    public CheckResult Removed(PoolFindingSeverity severity, string? accessLost)
    {
        if (Provider.Rules.Count == 1)
        {
            return Result(severity, Remedies.Lines(
                Remedies.Comment($"This is the only rule of the provider. Specify other rules: {ProviderRemedies.SetRule(Pool, Provider)}"),
                Remedies.Comment("Or assign the authenticated role to all its users: "
                    + ProviderRemedies.Set(Pool, Provider, "-RoleSetting Default"))));
        }
        return Result(severity, ProviderRemedies.Set(Pool, Provider, $"-RemoveRule {Named}")) with
        {
            Repair = ProviderRemedies.Change(Pool, Provider with { Rules = Others }, accessLost),
        };
    }

    /// <summary>A finding whose remedy changes the operator of the rule to Equals.</summary>
    /// <param name="severity">The severity.</param>
    /// <param name="accessLost">A sentence about who loses access.</param>
    public CheckResult MadeExact(PoolFindingSeverity severity, string accessLost)
    {
        var exact = Rule with { Operator = RuleOperator.Equals };
        if (Others.Contains(exact))
            return Removed(severity, accessLost);
        var rules = Provider.Rules.Select((rule, index) => index == Index ? exact : rule);
        return Result(
            severity,
            ProviderRemedies.Set(Pool, Provider, $"-RemoveRule {Named} -AddRule {RestoreCommands.Rule(exact)} -At {Number}")) with
        {
            Repair = ProviderRemedies.Change(Pool, Provider with { Rules = [.. rules] }, accessLost),
        };
    }
}
