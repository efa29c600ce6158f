namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of UnlinkDeveloperIdentity. Unlinks a DeveloperUserIdentifier from an existing identity. Unlinked developer users will be considered new identities next time they are seen.</summary>
public partial class UnlinkDeveloperIdentityRequest : AmazonCognitoIdentityRequest
{
    /// <summary>A unique identifier in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>The "domain" by which Cognito will refer to your users. Required. Constraint: 1 to 128 characters, pattern [\w._-]+.</summary>
    public string DeveloperProviderName { get; set; }

    /// <summary>A unique ID used by your backend authentication process to identify a user. Required. Constraint: 1 to 1024 characters.</summary>
    public string DeveloperUserIdentifier { get; set; }
}
