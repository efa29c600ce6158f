using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Util;

namespace CognitoPools.Account;

/// <summary>
/// Finds credentials in the order of the SDK's default chain: environment, web identity, profile, container, instance
/// metadata. The chain itself is not used, because it calls the network for up to half a minute before it reports that
/// there are no credentials.
/// </summary>
internal static class CredentialSource
{
    /// <exception cref="AccountException">Nothing is configured, or the profile that AWS_PROFILE names does not
    /// exist.</exception>
    public static AWSCredentials Find(
        ICredentialProfileSource profiles,
        CredentialProfile? named,
        CredentialProfile? ambient,
        string ambientName,
        TimeProvider time)
    {
        if (named is not null)
        {
            return FromProfile(named, profiles) ?? throw new AccountException(AccountFault.NoCredentials,
                $"The profile '{named.Name}' does not contain credentials. Add keys, a role, SSO settings or a credential process "
                    + "to it, or specify another profile.");
        }
        if (IsSet("AWS_ACCESS_KEY_ID") && (IsSet("AWS_SECRET_ACCESS_KEY") || IsSet("AWS_SECRET_KEY")))
            return new EnvironmentVariablesAWSCredentials();
        if (IsSet(AssumeRoleWithWebIdentityCredentials.WebIdentityTokenFileEnvVariable)
            && IsSet(AssumeRoleWithWebIdentityCredentials.RoleArnEnvVariable))
        {
            return AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables();
        }
        if (ambient is not null && FromProfile(ambient, profiles) is { } fromProfile)
            return fromProfile;
        if (ambient is null && !string.Equals(ambientName, "default", StringComparison.OrdinalIgnoreCase))
        {
            throw new AccountException(AccountFault.UnknownProfile,
                $"The profile '{ShownText.Value(ambientName)}' (AWS_PROFILE) does not exist. Correct or clear AWS_PROFILE, or specify -ProfileName.");
        }
        if (IsSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || IsSet("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
            return new GenericContainerCredentials();
        return EC2InstanceMetadata.IsIMDSEnabled
            ? new InstanceCredentials(time)
            : throw None("instance metadata is turned off by AWS_EC2_METADATA_DISABLED");
    }

    /// <summary>The error if no credentials were found.</summary>
    /// <param name="instance">The result of calling the instance metadata service.</param>
    /// <param name="cause">Its answer, if any.</param>
    public static AccountException None(string instance, Exception? cause = null) => new(AccountFault.NoCredentials,
        "No AWS credentials were found: none in the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY), no profile "
        + "with credentials, and "
        + instance
            + ". Specify -ProfileName or -Credential, or sign in ('aws configure', 'aws sso login'). To try the module "
            + "without an AWS account, run Connect-PoolAccount -Sandbox.",
        cause);

    private static AWSCredentials? FromProfile(CredentialProfile profile, ICredentialProfileSource profiles) =>
        profile.CanCreateAWSCredentials ? profile.GetAWSCredentials(profiles) : null;

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
