namespace Amazon.IdentityManagement.Model;

/// <summary>The request of ListRoles. Lists the IAM roles that have the specified path prefix. If there are none, the operation returns an empty list. For more information about roles, see IAM roles in the IAM User Guide.</summary>
public partial class ListRolesRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The path prefix for filtering the results. For example, the prefix /application_abc/component_xyz/ gets all roles whose path starts with /application_abc/component_xyz/. Constraint: 1 to 512 characters, pattern \u002F[\u0021-\u007F]*.</summary>
    public string PathPrefix { get; set; }

    /// <summary>Use this parameter only when paginating results and only after you receive a response indicating that the results are truncated. Constraint: 1 to 320 characters, pattern [\u0020-\u00FF]+.</summary>
    public string Marker { get; set; }

    /// <summary>Use this only when paginating results to indicate the maximum number of items you want in the response. If additional items exist beyond the maximum you specify, the IsTruncated response element is true. Constraint: 1 to 1000.</summary>
    public int? MaxItems { get; set; }
}
