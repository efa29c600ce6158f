using System.Collections.Generic;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of UntagRole. Removes the specified tags from the role. For more information about tagging, see Tagging IAM resources in the IAM User Guide.</summary>
public partial class UntagRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the IAM role from which you want to remove tags. This parameter accepts (through its regex pattern) a string of characters that consist of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>A list of key names as a simple array of strings. The tags with matching keys are removed from the specified role. Required. Constraint: at most 50 items.</summary>
    public List<string> TagKeys { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;
}
