using System.Management.Automation;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Binding;

namespace CognitoPools.Sessions;

/// <summary>The variables $StoredAWSCredentials and $StoredAWSRegion, which Set-AWSCredential and Set-DefaultAWSRegion of
/// AWS.Tools set.</summary>
/// <param name="Source">The object in $StoredAWSCredentials, or null.</param>
/// <param name="Region">The Region, or null.</param>
internal sealed record AwsToolsSession(object? Source, string? Region)
{
    private const string CredentialsVariable = "StoredAWSCredentials";
    private const string RegionVariable = "StoredAWSRegion";

    /// <summary>Reads the variables as the cmdlet's caller sees them.</summary>
    /// <exception cref="AccountException">$StoredAWSRegion is not the name of a Region.</exception>
    public static AwsToolsSession Read(PSCmdlet cmdlet)
    {
        var source = Unwrapped.Value(cmdlet.GetVariableValue(CredentialsVariable));
        var region = Unwrapped.Value(cmdlet.GetVariableValue(RegionVariable))?.ToString();
        return new AwsToolsSession(
            source, string.IsNullOrEmpty(region) ? null : AwsRegion.Require(region!, $"${RegionVariable}"));
    }

    /// <summary>The credentials, or null when there are none.</summary>
    /// <exception cref="InvalidSettingException">The variable contains something else.</exception>
    public AWSCredentials? Credentials() => Source is null ? null : ForeignCredentials.From(Source)
        ?? throw new InvalidSettingException(
            CredentialsVariable, null,
            $"${CredentialsVariable} must contain AWS credentials, not a value of type {Source.GetType().Name}.",
            "Run Set-AWSCredential again, remove the variable, or specify a profile with -ProfileName.");
}
