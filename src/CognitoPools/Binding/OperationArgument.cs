using CognitoPools.Sandbox;

namespace CognitoPools.Binding;

/// <summary>The name of an operation of the sandbox.</summary>
internal static class OperationArgument
{
    private const string Every = "*";

    /// <summary>The name as the service has it.</summary>
    /// <param name="setting">The parameter that names it.</param>
    /// <param name="name">The name that the user wrote; in a fault, '*' stands for every operation.</param>
    /// <exception cref="InvalidSettingException">The sandbox has no such operation.</exception>
    public static string Check(string setting, string name)
    {
        if (name == Every && setting == "Fault")
            return name;
        if (SandboxSettings.Operations.FirstOrDefault(
            operation => string.Equals(operation, name, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }
        throw new InvalidSettingException(
            setting, name, "is not an operation of the sandbox.",
            SandboxSettings.NearestOperation(name) is { } nearest
                ? $"Did you mean {nearest}? about_CognitoPools_Sandbox lists the operations."
                : "about_CognitoPools_Sandbox lists the operations.");
    }
}
