namespace Amazon.IdentityManagement.Model;

/// <summary>The request of PutRolePolicy. Adds or updates an inline policy document that is embedded in the specified IAM role. When you embed an inline policy in a role, the inline policy is used as part of the role's access (permissions) policy.</summary>
public partial class PutRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the role to associate the policy with. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>The name of the policy document. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 128 characters, pattern [\w+=,.@-]+.</summary>
    public string PolicyName { get; set; }

    /// <summary>The policy document. You must provide policies in JSON format in IAM. However, for CloudFormation templates formatted in YAML, you can provide the policy in JSON or YAML format. Required. Constraint: 1 to 131072 characters, pattern [\u0009\u000A\u000D\u0020-\u00FF]+.</summary>
    public string PolicyDocument { get; set; }
}
