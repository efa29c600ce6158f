using CognitoPools.Account;

namespace CognitoPools.Binding;

/// <summary>What a user gave for one IAM role: its name, its ARN, or an object that has one of them.</summary>
/// <param name="Text">The name or the ARN.</param>
/// <param name="Connection">The connection that the object came from, or null.</param>
internal sealed record RoleArgument(string Text, AccountConnection? Connection)
{
    public static RoleArgument Read(object? value) =>
        RoleNameAttribute.Of(value) is string { Length: > 0 } text
            ? new RoleArgument(text, ConnectionOf(Unwrapped.Object(value)))
            : throw new InvalidSettingException(
                "Role", value, "names no IAM role.", "Specify its name, its ARN, or what Get-PoolRole, Find-PoolRole or New-PoolRole wrote.");

    private static AccountConnection? ConnectionOf(object? value) => value switch
    {
        PoolRole role => role.Connection,
        FoundPoolRole role => role.Connection,
        _ => null,
    };
}
