using System.Collections.Generic;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of CreateRole. Creates a new role for your Amazon Web Services account. For more information about roles, see IAM roles in the IAM User Guide.</summary>
public partial class CreateRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The path to the role. For more information about paths, see IAM Identifiers in the IAM User Guide. This parameter is optional. Constraint: 1 to 512 characters, pattern (\u002F)|(\u002F[\u0021-\u007E]+\u002F).</summary>
    public string Path { get; set; }

    /// <summary>The name of the role to create. IAM user, group, role, and policy names must be unique within the account. Names are not distinguished by case. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>The trust relationship policy document that grants an entity permission to assume the role. In IAM, you must provide a JSON policy that has been converted to a string. Required. Constraint: 1 to 131072 characters, pattern [\u0009\u000A\u000D\u0020-\u00FF]+.</summary>
    public string AssumeRolePolicyDocument { get; set; }

    /// <summary>A description of the role. Constraint: at most 1000 characters, pattern [\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*.</summary>
    public string Description { get; set; }

    /// <summary>The maximum session duration (in seconds) that you want to set for the specified role. If you do not specify a value for this setting, the default value of one hour is applied. Constraint: 3600 to 43200.</summary>
    public int? MaxSessionDuration { get; set; }

    /// <summary>The ARN of the managed policy that is used to set the permissions boundary for the role. A permissions boundary policy defines the maximum permissions that identity-based policies can grant to an entity, but does not grant permissions. Constraint: 20 to 2048 characters.</summary>
    public string PermissionsBoundary { get; set; }

    /// <summary>A list of tags that you want to attach to the new role. Each tag consists of a key name and an associated value. For more information about tagging, see Tagging IAM resources in the IAM User Guide. Constraint: at most 50 items.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? new List<Tag>() : null;
}
