using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of SetPrincipalTagAttributeMap. You can use this operation to use default (username and clientID) attribute or custom attribute mappings.</summary>
public partial class SetPrincipalTagAttributeMapRequest : AmazonCognitoIdentityRequest
{
    /// <summary>The ID of the Identity Pool you want to set attribute mappings for. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>The provider name you want to use for attribute mappings. Required. Constraint: 1 to 128 characters.</summary>
    public string IdentityProviderName { get; set; }

    /// <summary>You can use this operation to use default (username and clientID) attribute mappings.</summary>
    public bool? UseDefaults { get; set; }

    /// <summary>You can use this operation to add principal tags. Constraint: at most 50 entries.</summary>
    public Dictionary<string, string> PrincipalTags { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;
}
