namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of GetIdentityPoolRoles. Gets the roles for an identity pool. You must use Amazon Web Services developer credentials to call this operation.</summary>
public partial class GetIdentityPoolRolesRequest : AmazonCognitoIdentityRequest
{
    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }
}
