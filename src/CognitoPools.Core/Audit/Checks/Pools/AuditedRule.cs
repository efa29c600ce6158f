using System.Globalization;
using CognitoPools.Audit.Model;
using CognitoPools.Pools;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A rule of a provider, with what findings about it have in common.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Index">The place of the rule, from 0.</param>
internal sealed record AuditedRule(AuditedPool Pool, PoolIdentityProvider Provider, int Index)
{
    /// <summary>The rule.</summary>
    public PoolRoleRule Rule => Provider.Rules[Index];

    /// <summary>The rule as findings name it.</summary>
    public string Target => $"Rule {Number} of {ProviderRemedies.Key(Provider)}";

    private string Number => (Index + 1).ToString(CultureInfo.InvariantCulture);

    private IReadOnlyList<PoolRoleRule> Others => [.. Provider.Rules.Where((_, index) => index != Index)];

    // By what it says, so that the command fails when the rules were changed meanwhile. That would take two equal rules at once.
    private string Named => Others.Contains(Rule) ? Number : RestoreCommands.Rule(Rule);

    /// <summary>All rules of a pool.</summary>
    public static IEnumerable<AuditedRule> Of(AuditedPool pool) => pool.Pool.Providers.SelectMany(
        provider => provider.Rules.Select((_, index) => new AuditedRule(pool, provider, index)));

    /// <summary>A finding about the rule.</summary>
    public CheckResult Result(PoolFindingSeverity severity, string remedy) =>
        new(severity, Target, Rule.ToString(), remedy) { Cause = Target };

    /// <summary>A finding whose remedy removes the rule. The last rule of a provider has no such remedy: without rules its users
    /// would all get the authenticated role.</summary>
    /// <param name="severity">How grave it is.</param>
    /// <param name="cutsOff">Who can no longer do what, as a sentence; null when nobody loses anything.</param>
    public CheckResult Removed(PoolFindingSeverity severity, string? cutsOff)
    {
        if (Provider.Rules.Count == 1)
        {
            return Result(severity, Remedies.Comment(
                $"It is the only rule. Specify others with {ProviderRemedies.Set(Pool, Provider, "-Rule")}, or give all users of the "
                    + "provider the authenticated role with -RoleSetting Default."));
        }
        return Result(severity, ProviderRemedies.Set(Pool, Provider, $"-RemoveRule {Named}")) with
        {
            Repair = ProviderRemedies.Change(Pool, Provider with { Rules = Others }, cutsOff),
        };
    }

    /// <summary>A finding whose remedy makes the rule compare the whole value.</summary>
    /// <param name="severity">How grave it is.</param>
    /// <param name="cutsOff">Who can no longer do what, as a sentence.</param>
    public CheckResult MadeExact(PoolFindingSeverity severity, string cutsOff)
    {
        var exact = Rule with { Operator = RuleOperator.Equals };
        if (Others.Contains(exact))
            return Removed(severity, cutsOff);
        var rules = Provider.Rules.Select((rule, index) => index == Index ? exact : rule);
        return Result(
            severity,
            ProviderRemedies.Set(Pool, Provider, $"-RemoveRule {Named} -AddRule {RestoreCommands.Rule(exact)} -At {Number}")) with
        {
            Repair = ProviderRemedies.Change(Pool, Provider with { Rules = [.. rules] }, cutsOff),
        };
    }
}
