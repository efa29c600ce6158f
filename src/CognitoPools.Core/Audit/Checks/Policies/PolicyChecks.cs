using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>The checks of this folder, in the order of the documentation page.</summary>
internal static class PolicyChecks
{
    public static IReadOnlyList<PoolCheck> All { get; } =
    [
        new PolicyGuestAdminCheck(),
        new PolicyRoleAdminCheck(),
        new PolicyGuestWildcardCheck(),
        new PolicyGuestWriteCheck(),
        new PolicyGuestConsoleDefaultCheck(),
        new PolicyCognitoAdminCheck(),
        new PolicyBeyondScopeDownCheck(),
        new PolicySessionAttachedCheck(),
        new PolicyNoIsolationCheck(),
        new PolicyVariableEatenCheck(),
        new PrincipalTagUndefinedCheck(),
        new AttributeMappingUnusedCheck(),
    ];
}
