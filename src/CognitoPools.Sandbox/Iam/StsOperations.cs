using System.Xml.Linq;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Iam;

/// <summary>The STS operations that the sandbox has.</summary>
internal static class StsOperations
{
    private const string UserId = "AIDASANDBOXSANDBOX000";

    public static IReadOnlyDictionary<string, SandboxOperation> All { get; } = new SandboxOperation[]
    {
        new("GetCallerIdentity", IsPublic: false, IsChanging: false, SecurityTokenInputs.Of("GetCallerIdentity"), (context, _) => Caller(context)),
        new("AssumeRoleWithWebIdentity", IsPublic: true, IsChanging: false, SecurityTokenInputs.Of("AssumeRoleWithWebIdentity"), WebIdentity.Assume),
    }.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    private static object Caller(CallContext context) => new object[]
    {
        new XElement("Arn", context.Session?.Arn ?? context.Partition.Arn("iam", "", context.Account.AccountId, "user/sandbox")),
        new XElement("UserId", context.Session?.UserId ?? UserId),
        new XElement("Account", context.Account.AccountId),
    };
}
