using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of GetOpenIdTokenForDeveloperIdentity. Registers (or retrieves) a Cognito IdentityId and an OpenID Connect token for a user authenticated by your backend authentication process.</summary>
public partial class GetOpenIdTokenForDeveloperIdentityRequest : AmazonCognitoIdentityRequest
{
    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>A unique identifier in the format REGION:GUID. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>A set of optional name-value pairs that map provider names to provider tokens. Each name-value pair represents a user from a public provider or developer provider. Required. Constraint: at most 10 entries.</summary>
    public Dictionary<string, string> Logins { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;

    /// <summary>Use this operation to configure attribute mappings for custom providers. Constraint: at most 50 entries.</summary>
    public Dictionary<string, string> PrincipalTags { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;

    /// <summary>The expiration time of the token, in seconds. You can specify a custom expiration time for the token so that you can cache it. Constraint: 1 to 86400.</summary>
    public long? TokenDuration { get; set; }
}
