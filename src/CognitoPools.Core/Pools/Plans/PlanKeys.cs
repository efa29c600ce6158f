namespace CognitoPools.Pools.Plans;

/// <summary>The names in the JSON of a plan, for its writer and its reader.</summary>
internal static class PlanKeys
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string Kind = nameof(PoolPlan);

    /// <summary>The latest version of the format.</summary>
    public const int Version = 1;

    /// <summary>The name of a setting.</summary>
    public static string Of(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
