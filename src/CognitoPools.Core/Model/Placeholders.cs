namespace CognitoPools;

/// <summary>Stand for values that only the run of a plan knows, such as the id of a pool that the plan makes.</summary>
internal static class Placeholders
{
    public const string PoolId = "{IdentityPoolId}";
    public const string PoolUuid = "{IdentityPoolUuid}";
    public const string PoolUuidStart = "{IdentityPoolUuidStart}";

    public static string RoleArn(string key) => $"{{{key}RoleArn}}";

    public static bool IsPlaceholder(string text) => text is ['{', ..];
}
