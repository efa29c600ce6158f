namespace Amazon.IdentityManagement.Model;

/// <summary>The request of DeleteRolePolicy. Deletes the specified inline policy that is embedded in the specified IAM role. A role can also have managed policies attached to it.</summary>
public partial class DeleteRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name (friendly name, not ARN) identifying the role that the policy is embedded in. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>The name of the inline policy to delete from the specified IAM role. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 128 characters, pattern [\w+=,.@-]+.</summary>
    public string PolicyName { get; set; }
}
