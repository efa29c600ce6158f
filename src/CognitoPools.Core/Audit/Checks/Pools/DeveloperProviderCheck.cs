using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A back end can sign in as any user.</summary>
internal sealed class DeveloperProviderCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("DeveloperProvider", "A back end can sign in as any user")
    {
        Condition = "The pool has a developer provider.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "Anyone who can call cognito-identity:GetOpenIdTokenForDeveloperIdentity on the pool gets tokens for "
            + "every user of the developer provider, including users that do not exist yet.",
        Fix = "Allow this action only for the back end, on the ARN of the pool. A developer provider cannot be "
            + "removed.",
        Reference = PoolReferences.DeveloperIdentities,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => pool.Pool.Providers
        .Where(provider => provider.Type == ProviderType.Developer)
        .Select(provider => new CheckResult(
            PoolFindingSeverity.Info, provider.Name, $"DeveloperProviderName: {provider.Name}",
            Remedies.Comment(
                "Allow cognito-identity:GetOpenIdTokenForDeveloperIdentity on "
                    + $"{pool.Pool.Arn ?? $"identity pool {pool.Pool.IdentityPoolId}"} only for the back end.")));
}
