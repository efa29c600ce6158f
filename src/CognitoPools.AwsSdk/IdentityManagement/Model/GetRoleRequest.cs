namespace Amazon.IdentityManagement.Model;

/// <summary>The request of GetRole. Retrieves information about the specified role, including the role's path, GUID, ARN, and the role's trust policy that grants permission to assume the role.</summary>
public partial class GetRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the IAM role to get information about. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }
}
