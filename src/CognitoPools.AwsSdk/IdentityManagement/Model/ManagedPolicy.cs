using System;
using System.Collections.Generic;

namespace Amazon.IdentityManagement.Model;

/// <summary>Contains information about a managed policy. This data type is used as a response element in the CreatePolicy, GetPolicy, and ListPolicies operations.</summary>
public partial class ManagedPolicy
{
    /// <summary>The friendly name (not ARN) identifying the policy. Constraint: 1 to 128 characters, pattern [\w+=,.@-]+.</summary>
    public string PolicyName { get; set; }

    /// <summary>The stable and unique string identifying the policy. For more information about IDs, see IAM identifiers in the IAM User Guide. Constraint: 16 to 128 characters, pattern [\w]+.</summary>
    public string PolicyId { get; set; }

    /// <summary>The Amazon Resource Name (ARN). ARNs are unique identifiers for Amazon Web Services resources. For more information about ARNs, go to Amazon Resource Names (ARNs) in the Amazon Web Services General Reference. Constraint: 20 to 2048 characters.</summary>
    public string Arn { get; set; }

    /// <summary>The path to the policy. For more information about paths, see IAM identifiers in the IAM User Guide. Constraint: 1 to 512 characters, pattern ((/[A-Za-z0-9\.,\+@=_-]+)*)/.</summary>
    public string Path { get; set; }

    /// <summary>The identifier for the version of the policy that is set as the default version. Constraint: pattern v[1-9][0-9]*(\.[A-Za-z0-9-]*)?.</summary>
    public string DefaultVersionId { get; set; }

    /// <summary>The number of entities (users, groups, and roles) that the policy is attached to.</summary>
    public int? AttachmentCount { get; set; }

    /// <summary>The number of entities (users and roles) for which the policy is used to set the permissions boundary. For more information about permissions boundaries, see Permissions boundaries for IAM identities in the IAM User Guide.</summary>
    public int? PermissionsBoundaryUsageCount { get; set; }

    /// <summary>Specifies whether the policy can be attached to an IAM user, group, or role.</summary>
    public bool? IsAttachable { get; set; }

    /// <summary>A friendly description of the policy. This element is included in the response to the GetPolicy operation. It is not included in the response to the ListPolicies operation. Constraint: at most 1000 characters.</summary>
    public string Description { get; set; }

    /// <summary>The date and time, in ISO 8601 date-time format, when the policy was created.</summary>
    public DateTime? CreateDate { get; set; }

    /// <summary>The date and time, in ISO 8601 date-time format, when the policy was last updated. When a policy has only one version, this field contains the date and time when the policy was created.</summary>
    public DateTime? UpdateDate { get; set; }

    /// <summary>A list of tags that are attached to the instance profile. For more information about tagging, see Tagging IAM resources in the IAM User Guide. Constraint: at most 50 items.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? new List<Tag>() : null;
}
