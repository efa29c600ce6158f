using CognitoPools.Sandbox.Operations;
using CognitoPools.Sandbox.Operations.Sts;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Services;

/// <summary>The STS operations that the sandbox simulates.</summary>
internal static class StsOperations
{
    public static IReadOnlyDictionary<string, SandboxOperation> All { get; } = new SandboxOperation[]
    {
        new(
            "GetCallerIdentity", IsPublic: false, IsChanging: false,
            SecurityTokenInputs.Of("GetCallerIdentity"), (context, _) => CallerOperation.Get(context)),
        new(
            "AssumeRoleWithWebIdentity", IsPublic: true, IsChanging: false,
            SecurityTokenInputs.Of("AssumeRoleWithWebIdentity"), WebIdentity.Assume),
    }.ToDictionary(operation => operation.Name, StringComparer.Ordinal);
}
