namespace Amazon.IdentityManagement.Model;

/// <summary>The request of GetPolicy. Retrieves information about the specified managed policy, including the policy's default version and the total number of IAM users, groups, and roles to which the policy is attached.</summary>
public partial class GetPolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The Amazon Resource Name (ARN) of the managed policy that you want information about. For more information about ARNs, see Amazon Resource Names (ARNs) in the Amazon Web Services General Reference. Required. Constraint: 20 to 2048 characters.</summary>
    public string PolicyArn { get; set; }
}
