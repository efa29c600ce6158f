using System;

namespace Amazon.IdentityManagement.Model;

/// <summary>Contains information about a version of a managed policy. This data type is used as a response element in the CreatePolicyVersion, GetPolicyVersion, ListPolicyVersions, and GetAccountAuthorizationDetails operations.</summary>
public partial class PolicyVersion
{
    /// <summary>The policy document. The policy document is returned in the response to the GetPolicyVersion and GetAccountAuthorizationDetails operations. Constraint: 1 to 131072 characters, pattern [\u0009\u000A\u000D\u0020-\u00FF]+.</summary>
    public string Document { get; set; }

    /// <summary>The identifier for the policy version. Policy version identifiers always begin with v (always lowercase). When a policy is created, the first policy version is v1. Constraint: pattern v[1-9][0-9]*(\.[A-Za-z0-9-]*)?.</summary>
    public string VersionId { get; set; }

    /// <summary>Specifies whether the policy version is set as the policy's default version.</summary>
    public bool? IsDefaultVersion { get; set; }

    /// <summary>The date and time, in ISO 8601 date-time format, when the policy version was created.</summary>
    public DateTime? CreateDate { get; set; }
}
