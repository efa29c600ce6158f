using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>Lists the roles that a pool uses, each once with all its uses.</summary>
internal static class UsedRoles
{
    /// <summary>The ARNs of the roles and their uses: the guest role, the authenticated role, and the roles of rules and groups.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="userPools">The known facts about user pools.</param>
    public static IReadOnlyList<(string Arn, IReadOnlyList<RoleUse> Uses)> Of(IdentityPool pool, UserPoolFacts userPools) =>
    [
        .. All(pool, userPools).GroupBy(use => use.Arn, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<RoleUse>)[.. group.Select(use => use.Use)])),
    ];

    private static IEnumerable<(string Arn, RoleUse Use)> All(IdentityPool pool, UserPoolFacts userPools)
    {
        if (pool.GuestRole is { } guest)
            yield return (guest, new RoleUse(RoleUseKind.Guest));
        if (pool.AuthenticatedRole is { } authenticated)
            yield return (authenticated, new RoleUse(RoleUseKind.Authenticated));
        foreach (var provider in pool.Providers)
        {
            for (var index = 0; index < provider.Rules.Count; index++)
                yield return (provider.Rules[index].Role, new RoleUse(RoleUseKind.Rule, provider, index + 1));
            if (provider.RoleSetting != RoleSetting.Token)
                continue;
            var userPool = provider.Name.Substring(provider.Name.LastIndexOf('/') + 1);
            if (!userPools.GroupRoles.TryGetValue(userPool, out var roles))
                continue;
            foreach (var role in roles)
                yield return (role, new RoleUse(RoleUseKind.Token, provider));
        }
    }
}
