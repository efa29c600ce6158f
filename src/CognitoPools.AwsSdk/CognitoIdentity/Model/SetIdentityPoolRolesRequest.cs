using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of SetIdentityPoolRoles. Sets the roles for an identity pool. These roles are used when making calls to GetCredentialsForIdentity action. You must use Amazon Web Services developer credentials to call this operation.</summary>
public partial class SetIdentityPoolRolesRequest : AmazonCognitoIdentityRequest
{
    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>The map of roles associated with this pool. For a given role, the key will be either "authenticated" or "unauthenticated" and the value will be the Role ARN. Required. Constraint: at most 2 entries.</summary>
    public Dictionary<string, string> Roles { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;

    /// <summary>How users for a specific identity provider are to mapped to roles. This is a string to RoleMapping object map. The string identifies the identity provider, for example, graph.facebook.com or cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi:app_client_id. Constraint: at most 10 entries.</summary>
    public Dictionary<string, RoleMapping> RoleMappings { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, RoleMapping>() : null;
}
