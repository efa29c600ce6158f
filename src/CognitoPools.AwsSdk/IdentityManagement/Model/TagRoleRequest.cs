using System.Collections.Generic;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of TagRole. Adds one or more tags to an IAM role. The role can be a regular role or a service-linked role. If a tag with the same key name already exists, then that tag is overwritten with the new value.</summary>
public partial class TagRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the IAM role to which you want to add tags. This parameter accepts (through its regex pattern) a string of characters that consist of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>The list of tags that you want to attach to the IAM role. Each tag consists of a key name and an associated value. Required. Constraint: at most 50 items.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? new List<Tag>() : null;
}
