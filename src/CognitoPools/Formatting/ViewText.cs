namespace CognitoPools.Formatting;

/// <summary>Text of others as the views show it.</summary>
// The views' script blocks see the public types of this assembly alone.
public static class ViewText
{
    /// <summary>The text without secrets and with visible control characters.</summary>
    /// <param name="text">A text that another program or person chose; null counts as empty.</param>
    public static string Of(string? text) => ShownText.Of(text ?? "");

    /// <summary>What limits a permission beside what its patterns leave out.</summary>
    /// <param name="permission">The permission.</param>
    public static string Limits(PoolPermission permission) => Of(permission.OtherLimits);

    /// <summary>A pattern of a policy and what it leaves out, in one line.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="leftOut">The patterns that it does not include.</param>
    public static string Pattern(string pattern, IReadOnlyList<string> leftOut) =>
        Of(PoolPermissionPart.Shown([pattern], leftOut));
}
