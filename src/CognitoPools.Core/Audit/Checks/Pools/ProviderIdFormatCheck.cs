using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>An application id does not have the usual format.</summary>
internal sealed class ProviderIdFormatCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderIdFormat", "An application id does not have the usual format")
    {
        Condition = "The application id of Google, Facebook or Login with Amazon does not have the format of that "
            + "provider's ids.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "Cognito accepts any text, but sign-ins fail if it is not the id of your application.",
        Fix = "Copy the id from the provider's console.",
        NotWhen = "The provider has no fixed format for ids, such as Apple.",
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
                    Remedies.Comment($"Specify the id of your application, which {form}: "
                        + ProviderRemedies.Set(pool, provider, "-ClientId '<application id>'")));
            }
        }
    }
}
