namespace CognitoPools.Pools.Plans;

/// <summary>The values of placeholders such as <c>{IdentityPoolId}</c>, as far as a run knows them.</summary>
internal sealed class PlanContext
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public static PlanContext Unbound { get; } = new();

    /// <summary>The values of an existing pool; none for a pool that the plan creates.</summary>
    public static PlanContext Of(IdentityPool pool)
    {
        if (pool.IdentityPoolId.Length == 0 || Placeholders.IsPlaceholder(pool.IdentityPoolId))
            return Unbound;
        var context = new PlanContext();
        context.SetPool(pool.IdentityPoolId);
        return context;
    }

    public void SetPool(string identityPoolId)
    {
        var uuid = PoolIds.Uuid(identityPoolId);
        values[Placeholders.PoolId] = identityPoolId;
        values[Placeholders.PoolUuid] = uuid;
        values[Placeholders.PoolUuidStart] = uuid.Substring(0, 8);
    }

    public void SetRole(string key, string arn) => values[Placeholders.RoleArn(key)] = arn;

    public string Bind(string text) => values.Aggregate(text, (bound, value) => bound.Replace(value.Key, value.Value));

    public IdentityPool Bind(IdentityPool pool) => pool with
    {
        IdentityPoolId = Bind(pool.IdentityPoolId),
        AuthenticatedRole = pool.AuthenticatedRole is null ? null : Bind(pool.AuthenticatedRole),
        GuestRole = pool.GuestRole is null ? null : Bind(pool.GuestRole),
        Providers =
        [
            .. pool.Providers.Select(provider => provider with
            {
                Rules = [.. provider.Rules.Select(rule => rule with { Role = Bind(rule.Role) })],
            }),
        ],
    };
}
