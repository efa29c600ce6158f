namespace Amazon.IdentityManagement.Model;

/// <summary>The request of GetOpenIDConnectProvider. Returns information about the specified OpenID Connect (OIDC) provider resource object in IAM.</summary>
public partial class GetOpenIDConnectProviderRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The Amazon Resource Name (ARN) of the OIDC provider resource object in IAM to get information for. You can get a list of OIDC provider resource ARNs by using the ListOpenIDConnectProviders operation. Required. Constraint: 20 to 2048 characters.</summary>
    public string OpenIDConnectProviderArn { get; set; }
}
