using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of GetRolePolicy.</summary>
public partial class GetRolePolicyResponse : AmazonWebServiceResponse
{
    /// <summary>The role the policy is associated with. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>The name of the policy. Required. Constraint: 1 to 128 characters, pattern [\w+=,.@-]+.</summary>
    public string PolicyName { get; set; }

    /// <summary>The policy document. IAM stores policies in JSON format. However, resources that were created using CloudFormation templates can be formatted in YAML. Required. Constraint: 1 to 131072 characters, pattern [\u0009\u000A\u000D\u0020-\u00FF]+.</summary>
    public string PolicyDocument { get; set; }
}
