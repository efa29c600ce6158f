namespace Amazon.IdentityManagement.Model;

/// <summary>The request of ListOpenIDConnectProviders. Lists information about the IAM OpenID Connect (OIDC) provider resource objects defined in the Amazon Web Services account.</summary>
public partial class ListOpenIDConnectProvidersRequest : AmazonIdentityManagementServiceRequest
{
}
