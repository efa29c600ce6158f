using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>The role setting is Token, but the tokens name no role.</summary>
internal sealed class RoleSettingTokenElsewhereCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleSettingTokenElsewhere", "The role setting is Token, but the tokens name no role")
    {
        Condition = "A provider other than a user pool has the role setting Token.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Only tokens of Cognito user pools carry roles. Users of this provider get what the role resolution "
            + "allows: the authenticated role or nothing.",
        Fix = "Use the role setting Rules or Default.",
        NotWhen = "The provider is a user pool.",
        Reference = PoolReferences.Rules,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var provider in pool.Pool.Providers)
        {
            if (provider.RoleSetting == RoleSetting.Token && provider.Type != ProviderType.CognitoUserPool)
                yield return Result(pool, provider);
        }
    }

    private static CheckResult Result(AuditedPool pool, PoolIdentityProvider provider)
    {
        var result = new CheckResult(
            PoolFindingSeverity.Medium, ProviderRemedies.Key(provider),
            $"RoleSetting: {provider.RoleSetting}, RoleResolution: {provider.RoleResolution}",
            Remedies.Comment($"Specify rules: {ProviderRemedies.SetRule(pool, provider)}"));
        var repair = ProviderRemedies.Change(
            pool, provider with { RoleSetting = RoleSetting.Default, RoleResolution = null }, accessLost: null);
        // The role setting Default must not grant what the service refuses now.
        var opens = provider.RoleResolution != RoleResolution.AuthenticatedRole
            || (pool with { Pool = repair.Change.Desired }).IsBasicFlowOn;
        return opens ? result : result with
        {
            Remedy = ProviderRemedies.Set(pool, provider, "-RoleSetting Default"),
            Repair = repair,
        };
    }
}
