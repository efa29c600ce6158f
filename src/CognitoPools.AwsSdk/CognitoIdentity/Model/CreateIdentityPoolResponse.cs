using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of CreateIdentityPool.</summary>
public partial class CreateIdentityPoolResponse : AmazonWebServiceResponse
{
    /// <summary>An identity pool ID in the format REGION:GUID. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>A string that you provide. Required. Constraint: 1 to 128 characters, pattern [\w\s+=,.@-]+.</summary>
    public string IdentityPoolName { get; set; }

    /// <summary>TRUE if the identity pool supports unauthenticated logins. Required.</summary>
    public bool? AllowUnauthenticatedIdentities { get; set; }

    /// <summary>Enables or disables the Basic (Classic) authentication flow. For more information, see Identity Pools (Federated Identities) Authentication Flow in the Amazon Cognito Developer Guide.</summary>
    public bool? AllowClassicFlow { get; set; }

    /// <summary>Optional key:value pairs mapping provider names to provider app IDs. Constraint: at most 10 entries.</summary>
    public Dictionary<string, string> SupportedLoginProviders { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;

    /// <summary>The "domain" by which Cognito will refer to your users. Constraint: 1 to 128 characters, pattern [\w._-]+.</summary>
    public string DeveloperProviderName { get; set; }

    /// <summary>The ARNs of the OpenID Connect providers.</summary>
    public List<string> OpenIdConnectProviderARNs { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    /// <summary>A list representing an Amazon Cognito user pool and its client ID.</summary>
    public List<CognitoIdentityProviderInfo> CognitoIdentityProviders { get; set; } = AWSConfigs.InitializeCollections ? new List<CognitoIdentityProviderInfo>() : null;

    /// <summary>An array of Amazon Resource Names (ARNs) of the SAML provider for your identity pool.</summary>
    public List<string> SamlProviderARNs { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    /// <summary>The tags that are assigned to the identity pool. A tag is a label that you can apply to identity pools to categorize and manage them in different ways, such as by purpose, owner, environment, or other criteria.</summary>
    public Dictionary<string, string> IdentityPoolTags { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;
}
