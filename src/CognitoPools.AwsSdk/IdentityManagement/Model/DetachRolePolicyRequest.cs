namespace Amazon.IdentityManagement.Model;

/// <summary>The request of DetachRolePolicy. Removes the specified managed policy from the specified role. A role can also have inline policies embedded with it. To delete an inline policy, use DeleteRolePolicy.</summary>
public partial class DetachRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name (friendly name, not ARN) of the IAM role to detach the policy from. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>The Amazon Resource Name (ARN) of the IAM policy you want to detach. For more information about ARNs, see Amazon Resource Names (ARNs) in the Amazon Web Services General Reference. Required. Constraint: 20 to 2048 characters.</summary>
    public string PolicyArn { get; set; }
}
