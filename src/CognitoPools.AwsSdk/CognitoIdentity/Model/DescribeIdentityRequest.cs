namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of DescribeIdentity. Returns metadata related to the given identity, including when the identity was created and any associated linked logins.</summary>
public partial class DescribeIdentityRequest : AmazonCognitoIdentityRequest
{
    /// <summary>A unique identifier in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }
}
