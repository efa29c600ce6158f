using System;
using System.Collections.Generic;

namespace Amazon.IdentityManagement.Model;

/// <summary>Contains information about an IAM role. This structure is returned as a response element in several API operations that interact with roles.</summary>
public partial class Role
{
    /// <summary>The path to the role. For more information about paths, see IAM identifiers in the IAM User Guide. Required. Constraint: 1 to 512 characters, pattern (\u002F)|(\u002F[\u0021-\u007E]+\u002F).</summary>
    public string Path { get; set; }

    /// <summary>The friendly name that identifies the role. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>The stable and unique string identifying the role. For more information about IDs, see IAM identifiers in the IAM User Guide. Required. Constraint: 16 to 128 characters, pattern [\w]+.</summary>
    public string RoleId { get; set; }

    /// <summary>The Amazon Resource Name (ARN) specifying the role. For more information about ARNs and how to use them in policies, see IAM identifiers in the IAM User Guide guide. Required. Constraint: 20 to 2048 characters.</summary>
    public string Arn { get; set; }

    /// <summary>The date and time, in ISO 8601 date-time format, when the role was created. Required.</summary>
    public DateTime? CreateDate { get; set; }

    /// <summary>The policy that grants an entity permission to assume the role. Constraint: 1 to 131072 characters, pattern [\u0009\u000A\u000D\u0020-\u00FF]+.</summary>
    public string AssumeRolePolicyDocument { get; set; }

    /// <summary>A description of the role that you provide. Constraint: at most 1000 characters, pattern [\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*.</summary>
    public string Description { get; set; }

    /// <summary>The maximum session duration (in seconds) for the specified role. Anyone who uses the CLI, or API to assume the role can specify the duration using the optional DurationSeconds API parameter or duration-seconds CLI parameter. Constraint: 3600 to 43200.</summary>
    public int? MaxSessionDuration { get; set; }

    /// <summary>The ARN of the policy used to set the permissions boundary for the role. For more information about permissions boundaries, see Permissions boundaries for IAM identities in the IAM User Guide.</summary>
    public AttachedPermissionsBoundary PermissionsBoundary { get; set; }

    /// <summary>A list of tags that are attached to the role. For more information about tagging, see Tagging IAM resources in the IAM User Guide. Constraint: at most 50 items.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? new List<Tag>() : null;

    /// <summary>Contains information about the last time that an IAM role was used. This includes the date and time and the Region in which the role was last used.</summary>
    public RoleLastUsed RoleLastUsed { get; set; }
}
