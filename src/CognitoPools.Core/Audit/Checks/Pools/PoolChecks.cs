using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>The checks of this folder, in the order of the documentation page.</summary>
internal static class PoolChecks
{
    public static IReadOnlyList<PoolCheck> All { get; } =
    [
        new GuestEnabledCheck(),
        new GuestBasicFlowCheck(),
        new BasicFlowEnabledCheck(),
        new BasicFlowDeadCheck(),
        new RoleResolutionFallbackCheck(),
        new RuleEmailSubstringCheck(),
        new RuleContainsCheck(),
        new RuleNotEqualCheck(),
        new RuleShadowedCheck(),
        new RuleStaleKeyCheck(),
        new RuleClaimUnsupportedCheck(),
        new ClaimUserWritableCheck(),
        new RoleSettingTokenElsewhereCheck(),
        new RuleLimitCheck(),
        new ProviderOpenSignUpCheck(),
        new ProviderTokenCheckOffCheck(),
        new ProviderMissingCheck(),
        new ProviderDeprecatedCheck(),
        new ProviderSecretInConfigCheck(),
        new ProviderDuplicateCheck(),
        new ProviderIdFormatCheck(),
        new DeveloperProviderCheck(),
        new PoolEmptyCheck(),
        new PoolNameDuplicateCheck(),
        new PrincipalTagCharactersCheck(),
        new GuestWaveCheck(),
    ];
}
