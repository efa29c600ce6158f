namespace Amazon.IdentityManagement.Model;

/// <summary>The request of AttachRolePolicy. Attaches the specified managed policy to the specified IAM role. When you attach a managed policy to a role, the managed policy becomes part of the role's permission (access) policy.</summary>
public partial class AttachRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name (friendly name, not ARN) of the role to attach the policy to. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>The Amazon Resource Name (ARN) of the IAM policy you want to attach. For more information about ARNs, see Amazon Resource Names (ARNs) in the Amazon Web Services General Reference. Required. Constraint: 20 to 2048 characters.</summary>
    public string PolicyArn { get; set; }
}
