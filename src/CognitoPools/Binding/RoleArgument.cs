using CognitoPools.Account;

namespace CognitoPools.Binding;

/// <summary>An IAM role as a user specified it: its name, its ARN, or an object with one of them.</summary>
/// <param name="Text">The name or the ARN.</param>
/// <param name="Connection">The connection that the object came from, or null.</param>
internal sealed record RoleArgument(string Text, AccountConnection? Connection)
{
    public static RoleArgument Read(object? value) =>
        RoleNameAttribute.Of(value) is string { Length: > 0 } text
            ? new RoleArgument(text, ConnectionOf(Unwrapped.Object(value)))
            : throw new InvalidSettingException(
                "Role", value, "does not identify an IAM role.",
                "Specify the name or the ARN of a role, or the output of Get-PoolRole, Find-PoolRole or New-PoolRole.");

    private static AccountConnection? ConnectionOf(object? value) => value switch
    {
        PoolRole role => role.Connection,
        FoundPoolRole role => role.Connection,
        _ => null,
    };
}
