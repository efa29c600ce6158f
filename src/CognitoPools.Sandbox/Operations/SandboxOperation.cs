using System.Text.Json;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Operations;

/// <summary>An operation of a service.</summary>
/// <param name="Name">The name of the operation.</param>
/// <param name="IsPublic">Whether it requires no signature.</param>
/// <param name="IsChanging">Whether it changes the account.</param>
/// <param name="Input">The constraints of its input.</param>
/// <param name="Apply">Runs the operation and returns the content of the answer.</param>
internal sealed record SandboxOperation(
    string Name, bool IsPublic, bool IsChanging, StructureShape Input, Func<CallContext, JsonElement, object?> Apply);
