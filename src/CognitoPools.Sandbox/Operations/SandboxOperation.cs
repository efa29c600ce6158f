using System.Text.Json;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Operations;

/// <summary>One operation of a service: what it accepts and what it does.</summary>
/// <param name="Name">The service's name of it.</param>
/// <param name="IsPublic">Whether it needs no signature.</param>
/// <param name="IsChanging">Whether it changes something.</param>
/// <param name="Input">The constraints of its input.</param>
/// <param name="Apply">Does it and gives the answer's content.</param>
internal sealed record SandboxOperation(
    string Name, bool IsPublic, bool IsChanging, StructureShape Input, Func<CallContext, JsonElement, object?> Apply);
