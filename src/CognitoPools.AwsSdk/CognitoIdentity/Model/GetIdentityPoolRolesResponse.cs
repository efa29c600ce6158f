using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of GetIdentityPoolRoles.</summary>
public partial class GetIdentityPoolRolesResponse : AmazonWebServiceResponse
{
    /// <summary>An identity pool ID in the format REGION:GUID. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>The map of roles associated with this pool. Currently only authenticated and unauthenticated roles are supported. Constraint: at most 2 entries.</summary>
    public Dictionary<string, string> Roles { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;

    /// <summary>How users for a specific identity provider are to mapped to roles. This is a String-to-RoleMapping object map. The string identifies the identity provider, for example, graph.facebook.com or cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi:app_client_id. Constraint: at most 10 entries.</summary>
    public Dictionary<string, RoleMapping> RoleMappings { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, RoleMapping>() : null;
}
