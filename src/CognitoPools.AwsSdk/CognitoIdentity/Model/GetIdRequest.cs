using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of GetId. Generates (or retrieves) IdentityID. Supplying multiple logins will create an implicit linked account. This is a public API.</summary>
public partial class GetIdRequest : AmazonCognitoIdentityRequest
{
    /// <summary>A standard Amazon Web Services account ID (9+ digits). Constraint: 1 to 15 characters, pattern \d+.</summary>
    public string AccountId { get; set; }

    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>A set of optional name-value pairs that map provider names to provider tokens. Constraint: at most 10 entries.</summary>
    public Dictionary<string, string> Logins { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;
}
