using System.Text.Json;
using CognitoPools.Account;
using CognitoPools.Sandbox.SignIn;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox;

/// <summary>One operation of a service: what it accepts and what it does.</summary>
/// <param name="Name">The service's name of it.</param>
/// <param name="IsPublic">Whether it needs no signature.</param>
/// <param name="IsChanging">Whether it changes something.</param>
/// <param name="Input">The constraints of its input.</param>
/// <param name="Apply">Does it and gives the answer's content.</param>
internal sealed record SandboxOperation(string Name, bool IsPublic, bool IsChanging, StructureShape Input, Func<CallContext, JsonElement, object?> Apply);

/// <summary>What an operation knows of the call besides its input.</summary>
internal sealed record CallContext(SandboxAccount Account, string Region)
{
    public AwsPartition Partition { get; } = AwsPartition.FromRegion(Region);

    public DateTimeOffset Now => Account.Clock.GetUtcNow();

    /// <summary>The session whose credentials signed the call; null for any other.</summary>
    public SandboxSession? Session { get; init; }
}
