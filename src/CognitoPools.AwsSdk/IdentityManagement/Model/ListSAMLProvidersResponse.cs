using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of ListSAMLProviders.</summary>
public partial class ListSAMLProvidersResponse : AmazonWebServiceResponse
{
    /// <summary>The list of SAML provider resource objects defined in IAM for this Amazon Web Services account.</summary>
    public List<SAMLProviderListEntry> SAMLProviderList { get; set; } = AWSConfigs.InitializeCollections ? new List<SAMLProviderListEntry>() : null;
}
