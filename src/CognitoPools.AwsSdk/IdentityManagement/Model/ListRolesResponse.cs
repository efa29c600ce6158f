using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of ListRoles.</summary>
public partial class ListRolesResponse : AmazonWebServiceResponse
{
    /// <summary>A list of roles. Required.</summary>
    public List<Role> Roles { get; set; } = AWSConfigs.InitializeCollections ? new List<Role>() : null;

    /// <summary>A flag that indicates whether there are more items to return. If your results were truncated, you can make a subsequent pagination request using the Marker request parameter to retrieve more items.</summary>
    public bool? IsTruncated { get; set; }

    /// <summary>When IsTruncated is true, this element is present and contains the value to use for the Marker parameter in a subsequent pagination request.</summary>
    public string Marker { get; set; }
}
