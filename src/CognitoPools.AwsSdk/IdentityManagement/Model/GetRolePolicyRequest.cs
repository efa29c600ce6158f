namespace Amazon.IdentityManagement.Model;

/// <summary>The request of GetRolePolicy. Retrieves the specified inline policy document that is embedded with the specified IAM role. Policies returned by this operation are URL-encoded compliant with RFC 3986.</summary>
public partial class GetRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the role associated with the policy. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>The name of the policy document to get. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 128 characters, pattern [\w+=,.@-]+.</summary>
    public string PolicyName { get; set; }
}
