using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Settings;

/// <summary>The operations that a fault or a request rate can name. A fault for a misspelled name would never occur, and a
/// test would pass by luck.</summary>
internal static class OperationNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. CognitoIdentityInputs.Operations,
        .. IdentityManagementInputs.Operations,
        .. SecurityTokenInputs.Operations,
    ];

    public static string? Nearest(string name) => NearestMatch.Find(name, All, edits: 4);

    public static void Check(string name, string parameter)
    {
        if (All.Contains(name, StringComparer.OrdinalIgnoreCase))
            return;
        var hint = Nearest(name) is { } nearest ? $" Did you mean {nearest}?" : "";
        throw new ArgumentException($"'{name}' is not an operation of the sandbox.{hint}", parameter);
    }
}
