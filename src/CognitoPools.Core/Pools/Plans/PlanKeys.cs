namespace CognitoPools.Pools.Plans;

/// <summary>The names in a plan's JSON, for those who write it and those who read it.</summary>
internal static class PlanKeys
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string Kind = nameof(PoolPlan);

    /// <summary>The newest version of the form.</summary>
    public const int Version = 1;

    /// <summary>The name of a setting.</summary>
    public static string Of(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
