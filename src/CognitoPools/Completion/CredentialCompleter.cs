using System.Management.Automation;

namespace CognitoPools.Completion;

/// <summary>Completes the variables that contain credentials. The tooltip shows only their type.</summary>
internal sealed class CredentialCompleter : VariableCompleter
{
    // AWS.Tools has its own copy of the SDK, with different types.
    private const string AwsCredentials = "Amazon.Runtime.AWSCredentials";

    private protected override string? Meaning(object? value) => value switch
    {
        PSCredential => "Access key and secret key as a PSCredential",
        PoolCredential => "Credentials from Get-PoolCredential",
        not null when IsAwsCredentials(value.GetType()) => "Credentials of the AWS SDK",
        _ => null,
    };

    private static bool IsAwsCredentials(Type? type) =>
        type is not null && (type.FullName == AwsCredentials || IsAwsCredentials(type.BaseType));
}
