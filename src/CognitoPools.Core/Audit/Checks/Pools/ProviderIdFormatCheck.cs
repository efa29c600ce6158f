using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>An application id does not look like one of its provider.</summary>
internal sealed class ProviderIdFormatCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderIdFormat", "An application id is off its usual form")
    {
        Condition = "The application id of Google, Facebook or Login with Amazon does not have the form that the provider gives its ids.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "The service accepts any text, but sign-ins fail when it is not the id of your application.",
        Fix = "Copy the id from the console of the provider.",
        NotWhen = "The provider's ids have no form of their own, as those of Apple.",
        Reference = PoolReferences.Providers,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var provider in pool.Pool.Providers)
        {
            if (ProviderHints.MissedForm(provider) is { } form)
            {
                yield return new CheckResult(
                    PoolFindingSeverity.Low, ProviderRemedies.Key(provider), $"ClientId: {provider.ShownClientId}",
                    Remedies.Comment($"Specify the id of your application, one that {form}: {ProviderRemedies.Set(pool, provider, "-ClientId")}"));
            }
        }
    }
}
