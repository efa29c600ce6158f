using CognitoPools.Sandbox.Operations;
using CognitoPools.Sandbox.Protocols;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Services;

/// <summary>A service that the sandbox simulates.</summary>
/// <param name="Protocol">Its protocol.</param>
/// <param name="Operations">Its operations by name.</param>
internal sealed record SandboxService(IProtocol Protocol, IReadOnlyDictionary<string, SandboxOperation> Operations)
{
    private const string IamVersion = "2010-05-08";
    private const string StsVersion = "2011-06-15";

    public static SandboxService Pools { get; } = new(new JsonProtocol(), CognitoIdentityOperations.All);

    public static SandboxService Iam { get; } = new(
        new QueryProtocol("iam", $"https://iam.amazonaws.com/doc/{IamVersion}/"), IamOperations.All);

    public static SandboxService Sts { get; } = new(
        new QueryProtocol("sts", $"https://sts.amazonaws.com/doc/{StsVersion}/"), StsOperations.All);

    /// <summary>The service of a request, or null when the sandbox does not simulate it.</summary>
    public static SandboxService? Of(IncomingCall call)
    {
        if (call.Target is { } target)
            return target.StartsWith(JsonProtocol.TargetPrefix, StringComparison.Ordinal) ? Pools : null;
        return Form.Parse(call.Body).TryGetValue("Version", out var version)
            ? version switch { IamVersion => Iam, StsVersion => Sts, _ => null }
            : null;
    }

    public SandboxOperation? Find(string operation) => Operations.TryGetValue(operation, out var known) ? known : null;
}
