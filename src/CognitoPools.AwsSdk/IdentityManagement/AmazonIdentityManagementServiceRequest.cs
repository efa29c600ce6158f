using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>The base of the service's requests.</summary>
public partial class AmazonIdentityManagementServiceRequest : AmazonWebServiceRequest
{
}
