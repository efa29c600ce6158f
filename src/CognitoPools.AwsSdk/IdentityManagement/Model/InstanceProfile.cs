using System;
using System.Collections.Generic;

namespace Amazon.IdentityManagement.Model;

/// <summary>Contains information about an instance profile. This data type is used as a response element in the following operations: CreateInstanceProfile GetInstanceProfile ListInstanceProfiles ListInstanceProfilesForRole.</summary>
public partial class InstanceProfile
{
    /// <summary>The path to the instance profile. For more information about paths, see IAM identifiers in the IAM User Guide. Required. Constraint: 1 to 512 characters, pattern (\u002F)|(\u002F[\u0021-\u007E]+\u002F).</summary>
    public string Path { get; set; }

    /// <summary>The name identifying the instance profile. Required. Constraint: 1 to 128 characters, pattern [\w+=,.@-]+.</summary>
    public string InstanceProfileName { get; set; }

    /// <summary>The stable and unique string identifying the instance profile. For more information about IDs, see IAM identifiers in the IAM User Guide. Required. Constraint: 16 to 128 characters, pattern [\w]+.</summary>
    public string InstanceProfileId { get; set; }

    /// <summary>The Amazon Resource Name (ARN) specifying the instance profile. For more information about ARNs and how to use them in policies, see IAM identifiers in the IAM User Guide. Required. Constraint: 20 to 2048 characters.</summary>
    public string Arn { get; set; }

    /// <summary>The date when the instance profile was created. Required.</summary>
    public DateTime? CreateDate { get; set; }

    /// <summary>The role associated with the instance profile. Required.</summary>
    public List<Role> Roles { get; set; } = AWSConfigs.InitializeCollections ? new List<Role>() : null;

    /// <summary>A list of tags that are attached to the instance profile. For more information about tagging, see Tagging IAM resources in the IAM User Guide. Constraint: at most 50 items.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? new List<Tag>() : null;
}
