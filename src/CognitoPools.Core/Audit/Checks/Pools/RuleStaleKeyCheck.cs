using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A role mapping matches no provider.</summary>
internal sealed class RuleStaleKeyCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RuleStaleKey", "A role mapping matches no provider")
    {
        Condition = "The key of a role mapping is not the key of any provider of the pool.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Cognito ignores the mapping. Either the provider was removed, or the key is wrong. With a wrong key, "
            + "users of the provider get the authenticated role instead of the role from the rules. The key of a user "
            + "pool is ProviderName:ClientId.",
        Fix = "Remove the mapping, and set the rules of the provider with Set-PoolIdentityProvider.",
        NotWhen = "The key belongs to a provider. The key of a user pool includes the app client.",
        Reference = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html",
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.Pool.StaleRoleMappings.Length == 0)
            yield break;
        // One call removes all of them, because the service does not accept such a mapping in a request.
        var after = pool with { Pool = pool.Pool with { StaleRoleMappings = [] } };
        yield return new CheckResult(
            PoolFindingSeverity.Medium, "Role mappings", $"RoleMappings: {string.Join(", ", pool.Pool.StaleRoleMappings)}",
            $"Test-CognitoIdentityPool {Remedies.Quoted(pool.Pool.IdentityPoolId)} -Id {Info.Id} -AsPlan | Invoke-PoolPlan")
        {
            Repair = PoolRepair.Of(pool, after.Pool, after.IsBasicFlowOn
                ? "Without a role mapping, the pool accepts the basic (classic) flow. Turn the basic flow off first: "
                    + BasicFlow.Off(pool)
                : null),
        };
    }
}
