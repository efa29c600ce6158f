using System.Xml.Linq;

namespace CognitoPools.Sandbox.Operations.Sts;

/// <summary>GetCallerIdentity: the role session that signed the call, or the only user of the account.</summary>
internal static class CallerOperation
{
    private const string UserId = "AIDASANDBOXSANDBOX000";

    public static object Get(CallContext context) => new object[]
    {
        new XElement("Arn", context.Session?.Arn ?? context.Partition.Arn("iam", "", context.AccountId, "user/sandbox")),
        new XElement("UserId", context.Session?.UserId ?? UserId),
        new XElement("Account", context.AccountId),
    };
}
