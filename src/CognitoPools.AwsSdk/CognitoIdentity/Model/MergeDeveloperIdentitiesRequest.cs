namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of MergeDeveloperIdentities. Merges two users having different IdentityIds, existing in the same identity pool, and identified by the same developer provider.</summary>
public partial class MergeDeveloperIdentitiesRequest : AmazonCognitoIdentityRequest
{
    /// <summary>User identifier for the source user. The value should be a DeveloperUserIdentifier. Required. Constraint: 1 to 1024 characters.</summary>
    public string SourceUserIdentifier { get; set; }

    /// <summary>User identifier for the destination user. The value should be a DeveloperUserIdentifier. Required. Constraint: 1 to 1024 characters.</summary>
    public string DestinationUserIdentifier { get; set; }

    /// <summary>The "domain" by which Cognito will refer to your users. This is a (pseudo) domain name that you provide while creating an identity pool. Required. Constraint: 1 to 128 characters, pattern [\w._-]+.</summary>
    public string DeveloperProviderName { get; set; }

    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }
}
