using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of GetPolicy.</summary>
public partial class GetPolicyResponse : AmazonWebServiceResponse
{
    /// <summary>A structure containing details about the policy.</summary>
    public ManagedPolicy Policy { get; set; }
}
