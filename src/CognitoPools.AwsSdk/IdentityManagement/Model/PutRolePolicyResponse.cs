using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of PutRolePolicy.</summary>
public partial class PutRolePolicyResponse : AmazonWebServiceResponse
{
}
