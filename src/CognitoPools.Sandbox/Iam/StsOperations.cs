using System.Xml.Linq;
using CognitoPools.Sandbox.Validation;

namespace CognitoPools.Sandbox.Iam;

/// <summary>The STS operations that the sandbox has.</summary>
internal static class StsOperations
{
    private const string UserId = "AIDASANDBOXSANDBOX000";

    public static IReadOnlyDictionary<string, SandboxOperation> All { get; } = new Dictionary<string, SandboxOperation>(StringComparer.Ordinal)
    {
        ["GetCallerIdentity"] = new("GetCallerIdentity", IsPublic: false, IsChanging: false, IamShapes.Nothing, (context, _) => new object[]
        {
            new XElement("Arn", context.Partition.Arn("iam", "", context.Account.AccountId, "user/sandbox")),
            new XElement("UserId", UserId),
            new XElement("Account", context.Account.AccountId),
        }),
    };
}
