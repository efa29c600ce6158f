namespace Amazon.IdentityManagement.Model;

/// <summary>The request of UpdateAssumeRolePolicy. Updates the policy that grants an IAM entity permission to assume a role. This is typically referred to as the "role trust policy".</summary>
public partial class UpdateAssumeRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the role to update with the new policy. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>The policy that grants an entity permission to assume the role. You must provide policies in JSON format in IAM. However, for CloudFormation templates formatted in YAML, you can provide the policy in JSON or YAML format. Required. Constraint: 1 to 131072 characters, pattern [\u0009\u000A\u000D\u0020-\u00FF]+.</summary>
    public string PolicyDocument { get; set; }
}
