using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of CreateIdentityPool. Creates a new identity pool. The identity pool is a store of user identity information that is specific to your Amazon Web Services account.</summary>
public partial class CreateIdentityPoolRequest : AmazonCognitoIdentityRequest
{
    /// <summary>A string that you provide. Required. Constraint: 1 to 128 characters, pattern [\w\s+=,.@-]+.</summary>
    public string IdentityPoolName { get; set; }

    /// <summary>TRUE if the identity pool supports unauthenticated logins. Required.</summary>
    public bool? AllowUnauthenticatedIdentities { get; set; }

    /// <summary>Enables or disables the Basic (Classic) authentication flow. For more information, see Identity Pools (Federated Identities) Authentication Flow in the Amazon Cognito Developer Guide.</summary>
    public bool? AllowClassicFlow { get; set; }

    /// <summary>Optional key:value pairs mapping provider names to provider app IDs. Constraint: at most 10 entries.</summary>
    public Dictionary<string, string> SupportedLoginProviders { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;

    /// <summary>The "domain" by which Cognito will refer to your users. This name acts as a placeholder that allows your backend and the Cognito service to communicate about the developer provider. Constraint: 1 to 128 characters, pattern [\w._-]+.</summary>
    public string DeveloperProviderName { get; set; }

    /// <summary>The Amazon Resource Names (ARN) of the OpenID Connect providers.</summary>
    public List<string> OpenIdConnectProviderARNs { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    /// <summary>An array of Amazon Cognito user pools and their client IDs.</summary>
    public List<CognitoIdentityProviderInfo> CognitoIdentityProviders { get; set; } = AWSConfigs.InitializeCollections ? new List<CognitoIdentityProviderInfo>() : null;

    /// <summary>An array of Amazon Resource Names (ARNs) of the SAML provider for your identity pool.</summary>
    public List<string> SamlProviderARNs { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    /// <summary>Tags to assign to the identity pool. A tag is a label that you can apply to identity pools to categorize and manage them in different ways, such as by purpose, owner, environment, or other criteria.</summary>
    public Dictionary<string, string> IdentityPoolTags { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;
}
