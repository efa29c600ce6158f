namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of DeleteIdentityPool. Deletes an identity pool. Once a pool is deleted, users will not be able to authenticate with the pool. You must use Amazon Web Services developer credentials to call this operation.</summary>
public partial class DeleteIdentityPoolRequest : AmazonCognitoIdentityRequest
{
    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }
}
