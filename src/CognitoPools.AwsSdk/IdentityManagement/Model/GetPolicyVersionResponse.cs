using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of GetPolicyVersion.</summary>
public partial class GetPolicyVersionResponse : AmazonWebServiceResponse
{
    /// <summary>A structure containing details about the policy version.</summary>
    public PolicyVersion PolicyVersion { get; set; }
}
