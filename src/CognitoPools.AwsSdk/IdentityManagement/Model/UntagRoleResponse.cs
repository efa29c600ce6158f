using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of UntagRole.</summary>
public partial class UntagRoleResponse : AmazonWebServiceResponse
{
}
