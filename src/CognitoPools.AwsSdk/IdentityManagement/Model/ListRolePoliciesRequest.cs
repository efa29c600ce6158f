namespace Amazon.IdentityManagement.Model;

/// <summary>The request of ListRolePolicies. Lists the names of the inline policies that are embedded in the specified IAM role. An IAM role can also have managed policies attached to it.</summary>
public partial class ListRolePoliciesRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the role to list policies for. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }

    /// <summary>Use this parameter only when paginating results and only after you receive a response indicating that the results are truncated. Constraint: 1 to 320 characters, pattern [\u0020-\u00FF]+.</summary>
    public string Marker { get; set; }

    /// <summary>Use this only when paginating results to indicate the maximum number of items you want in the response. If additional items exist beyond the maximum you specify, the IsTruncated response element is true. Constraint: 1 to 1000.</summary>
    public int? MaxItems { get; set; }
}
