namespace Amazon.IdentityManagement.Model;

/// <summary>The request of ListSAMLProviders. Lists the SAML provider resource objects defined in IAM in the account. IAM resource-listing operations return a subset of the available attributes for the resource.</summary>
public partial class ListSAMLProvidersRequest : AmazonIdentityManagementServiceRequest
{
}
