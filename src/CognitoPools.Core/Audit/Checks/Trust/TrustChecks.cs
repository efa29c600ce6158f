using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The checks of this folder, in the order of the documentation page.</summary>
internal static class TrustChecks
{
    public static IReadOnlyList<PoolCheck> All { get; } =
    [
        new TrustNoAudienceCheck(),
        new TrustAudienceWildcardCheck(),
        new TrustNoAmrCheck(),
        new TrustAuthenticatedAllowsGuestCheck(),
        new TrustAmrSwappedCheck(),
        new TrustMissingPoolCheck(),
        new TrustOtherPoolCheck(),
        new TrustForeignPoolCheck(),
        new TrustWrongActionCheck(),
        new TrustWrongKeyCheck(),
        new TrustNetworkConditionCheck(),
        new TrustExtraPrincipalCheck(),
        new TrustConditionalCheck(),
        new RoleSharedCheck(),
        new RoleGuestMissingCheck(),
        new RoleAuthenticatedMissingCheck(),
        new RoleGuestLatentCheck(),
        new RoleNotFoundCheck(),
        new RoleCrossAccountCheck(),
        new RoleLongSessionCheck(),
        new RoleNameTooLongCheck(),
        new AttributeMappingNoTagSessionCheck(),
    ];
}
