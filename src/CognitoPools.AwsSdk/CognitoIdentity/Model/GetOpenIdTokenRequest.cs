using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of GetOpenIdToken. Gets an OpenID token, using a known Cognito ID. This known Cognito ID is returned by GetId. You can optionally add additional logins for the identity.</summary>
public partial class GetOpenIdTokenRequest : AmazonCognitoIdentityRequest
{
    /// <summary>A unique identifier in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>A set of optional name-value pairs that map provider names to provider tokens. When using graph.facebook.com and www.amazon.com, supply the access_token returned from the provider's authflow. Constraint: at most 10 entries.</summary>
    public Dictionary<string, string> Logins { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;
}
