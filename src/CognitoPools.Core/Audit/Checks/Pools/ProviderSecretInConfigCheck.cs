using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>The pool configuration contains an application secret.</summary>
internal sealed class ProviderSecretInConfigCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderSecretInConfig", "The pool configuration contains an application secret")
    {
        Condition = "The application id of Twitter or Digits contains the consumer secret after a semicolon.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Anyone who can describe the pool can read the application secret. Templates and exports may contain "
            + "it, too.",
        Fix = "Remove the provider, and revoke the secret at the provider.",
        NotWhen = "The value has no semicolon.",
        Reference = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html",
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => pool.Pool.Providers
        .Where(provider => ProviderSecret.IsIn(provider.Name) && provider.ClientId?.IndexOf(';') >= 0)
        .Select(provider => new CheckResult(
            PoolFindingSeverity.Medium, ProviderRemedies.Key(provider), $"{provider.Name}: {provider.ShownClientId}",
            Remedies.Lines(
                Remedies.Comment($"Also revoke the secret at {provider.Type}."),
                ProviderRemedies.Remove(pool, provider)))
        {
            Repair = ProviderRemedies.Removal(pool, provider, $"Users can no longer sign in to the pool with {provider.Type}."),
        });
}
