using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of UpdateAssumeRolePolicy.</summary>
public partial class UpdateAssumeRolePolicyResponse : AmazonWebServiceResponse
{
}
