using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of GetCredentialsForIdentity. Returns credentials for the provided identity ID. Any provided logins will be validated against supported login providers.</summary>
public partial class GetCredentialsForIdentityRequest : AmazonCognitoIdentityRequest
{
    /// <summary>A unique identifier in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>A set of optional name-value pairs that map provider names to provider tokens. The name-value pair will follow the syntax "provider_name": "provider_user_identifier". Constraint: at most 10 entries.</summary>
    public Dictionary<string, string> Logins { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;

    /// <summary>The Amazon Resource Name (ARN) of the role to be assumed when multiple roles were received in the token from the identity provider. Constraint: 20 to 2048 characters.</summary>
    public string CustomRoleArn { get; set; }
}
