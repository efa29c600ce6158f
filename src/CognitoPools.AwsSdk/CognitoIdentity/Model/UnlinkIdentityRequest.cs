using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of UnlinkIdentity. Unlinks a federated identity from an existing account. Unlinked logins will be considered new identities next time they are seen.</summary>
public partial class UnlinkIdentityRequest : AmazonCognitoIdentityRequest
{
    /// <summary>A unique identifier in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>A set of optional name-value pairs that map provider names to provider tokens. Required. Constraint: at most 10 entries.</summary>
    public Dictionary<string, string> Logins { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;

    /// <summary>Provider names to unlink from this identity. Required.</summary>
    public List<string> LoginsToRemove { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;
}
