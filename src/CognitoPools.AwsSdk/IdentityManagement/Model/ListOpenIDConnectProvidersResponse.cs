using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of ListOpenIDConnectProviders.</summary>
public partial class ListOpenIDConnectProvidersResponse : AmazonWebServiceResponse
{
    /// <summary>The list of IAM OIDC provider resource objects defined in the Amazon Web Services account.</summary>
    public List<OpenIDConnectProviderListEntry> OpenIDConnectProviderList { get; set; } = AWSConfigs.InitializeCollections ? new List<OpenIDConnectProviderListEntry>() : null;
}
