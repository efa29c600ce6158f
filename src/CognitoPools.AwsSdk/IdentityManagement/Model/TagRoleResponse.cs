using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of TagRole.</summary>
public partial class TagRoleResponse : AmazonWebServiceResponse
{
}
