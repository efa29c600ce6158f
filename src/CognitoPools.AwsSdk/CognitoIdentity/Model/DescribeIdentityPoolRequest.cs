namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of DescribeIdentityPool. Gets details about a particular identity pool, including the pool name, ID description, creation date, and current number of users.</summary>
public partial class DescribeIdentityPoolRequest : AmazonCognitoIdentityRequest
{
    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }
}
