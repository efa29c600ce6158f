using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>The configuration of the pool holds a secret.</summary>
internal sealed class ProviderSecretInConfigCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderSecretInConfig", "The pool holds a secret of an application")
    {
        Condition = "The application id of Twitter or Digits holds the consumer secret behind a semicolon.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Everybody who may describe the pool reads the secret of the application; templates and exports may hold it too.",
        Fix = "Remove the provider and revoke the secret at the provider.",
        NotWhen = "The value has no semicolon.",
        Reference = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html",
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => pool.Pool.Providers
        .Where(provider => ProviderSecret.IsIn(provider.Name) && provider.ClientId?.IndexOf(';') >= 0)
        .Select(provider => new CheckResult(
            PoolFindingSeverity.Medium, ProviderRemedies.Key(provider), $"{provider.Name}: {provider.ShownClientId}",
            Remedies.Lines(
                Remedies.Comment($"Revoke the secret at {provider.Type} too."),
                ProviderRemedies.Remove(pool, provider)))
        {
            Repair = ProviderRemedies.Removal(pool, provider, $"Users of {provider.Type} can no longer sign in to the pool with it."),
        });
}
