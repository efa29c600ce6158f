namespace CognitoPools.Completion;

/// <summary>The roles that a pool names.</summary>
internal static class RolesOfPool
{
    /// <summary>The ARNs of its default roles and of those of its rules, each once.</summary>
    public static IEnumerable<string> Of(IdentityPool pool) =>
        new[]
        {
            pool.AuthenticatedRole,
            pool.GuestRole,
        }
            .Concat(pool.Providers.SelectMany(provider => provider.Rules).Select(rule => rule.Role))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
}
