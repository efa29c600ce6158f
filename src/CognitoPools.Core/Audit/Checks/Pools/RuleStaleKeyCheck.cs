using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A role mapping is of no provider of the pool.</summary>
internal sealed class RuleStaleKeyCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleStaleKey", "A role mapping belongs to no provider")
    {
        Condition = "The pool has a role mapping whose key is not one of its providers.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "The service ignores the mapping. Either the provider was removed, or the key is wrong and the provider's users get the "
            + "authenticated role instead of the one that the rules should give. The key of a user pool is ProviderName:ClientId.",
        Fix = "Remove the mapping, and give the provider its rules with Set-PoolIdentityProvider.",
        NotWhen = "The key is the one of a provider, for a user pool with the app client.",
        Reference = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html",
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.Pool.StaleRoleMappings.Length == 0)
            yield break;
        // One call drops all of them: the service takes none in a request.
        var after = pool with { Pool = pool.Pool with { StaleRoleMappings = [] } };
        yield return new CheckResult(
            PoolFindingSeverity.Medium, "Role mappings", $"RoleMappings: {string.Join(", ", pool.Pool.StaleRoleMappings)}",
            $"Test-CognitoIdentityPool {Remedies.Quoted(pool.Pool.IdentityPoolId)} -Id {Info.Id} -AsPlan | Invoke-PoolPlan")
        {
            Repair = PoolRepair.Of(pool, after.Pool, after.IsBasicFlowOn
                ? "Without a role mapping the service accepts the basic (classic) flow of the pool: turn it off first with "
                    + $"{BasicFlow.Off(pool)}."
                : null),
        };
    }
}
