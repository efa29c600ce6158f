namespace Amazon.IdentityManagement.Model;

/// <summary>The request of GetPolicyVersion. Retrieves information about the specified version of the specified managed policy, including the policy document. Policies returned by this operation are URL-encoded compliant with RFC 3986.</summary>
public partial class GetPolicyVersionRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The Amazon Resource Name (ARN) of the managed policy that you want information about. For more information about ARNs, see Amazon Resource Names (ARNs) in the Amazon Web Services General Reference. Required. Constraint: 20 to 2048 characters.</summary>
    public string PolicyArn { get; set; }

    /// <summary>Identifies the policy version to retrieve. This parameter allows (through its regex pattern) a string of characters that consists of the lowercase letter 'v' followed by one or two digits, and optionally followed by a period '.' and a string of letters and digits. Required. Constraint: pattern v[1-9][0-9]*(\.[A-Za-z0-9-]*)?.</summary>
    public string VersionId { get; set; }
}
