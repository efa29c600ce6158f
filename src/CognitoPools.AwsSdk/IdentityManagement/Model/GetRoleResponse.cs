using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of GetRole.</summary>
public partial class GetRoleResponse : AmazonWebServiceResponse
{
    /// <summary>A structure containing details about the IAM role. Required.</summary>
    public Role Role { get; set; }
}
