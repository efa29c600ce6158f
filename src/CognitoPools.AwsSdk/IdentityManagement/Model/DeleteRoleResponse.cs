using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of DeleteRole.</summary>
public partial class DeleteRoleResponse : AmazonWebServiceResponse
{
}
