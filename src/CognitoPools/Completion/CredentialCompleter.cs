using System.Management.Automation;

namespace CognitoPools.Completion;

/// <summary>Completes the variables that hold credentials. It tells their kind and nothing of their content.</summary>
internal sealed class CredentialCompleter : VariableCompleter
{
    // AWS.Tools brings an SDK of its own, whose types are others.
    private const string AwsCredentials = "Amazon.Runtime.AWSCredentials";

    private protected override string? Meaning(object? value) => value switch
    {
        PSCredential => "Access key and secret key as a PSCredential",
        PoolCredential => "Credentials that Get-PoolCredential gave",
        not null when IsAwsCredentials(value.GetType()) => "Credentials of the AWS SDK",
        _ => null,
    };

    private static bool IsAwsCredentials(Type? type) =>
        type is not null && (type.FullName == AwsCredentials || IsAwsCredentials(type.BaseType));
}
