namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of ListIdentityPools. Lists all of the Cognito identity pools registered for your account. You must use Amazon Web Services developer credentials to call this operation.</summary>
public partial class ListIdentityPoolsRequest : AmazonCognitoIdentityRequest
{
    /// <summary>The maximum number of identities to return. Required. Constraint: 1 to 60.</summary>
    public int? MaxResults { get; set; }

    /// <summary>A pagination token. Constraint: 1 to 65535 characters, pattern [\S]+.</summary>
    public string NextToken { get; set; }
}
