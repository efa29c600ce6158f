using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of SetPrincipalTagAttributeMap.</summary>
public partial class SetPrincipalTagAttributeMapResponse : AmazonWebServiceResponse
{
    /// <summary>The ID of the Identity Pool you want to set attribute mappings for. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>The provider name you want to use for attribute mappings. Constraint: 1 to 128 characters.</summary>
    public string IdentityProviderName { get; set; }

    /// <summary>You can use this operation to select default (username and clientID) attribute mappings.</summary>
    public bool? UseDefaults { get; set; }

    /// <summary>You can use this operation to add principal tags. The PrincipalTagsoperation enables you to reference user attributes in your IAM permissions policy. Constraint: at most 50 entries.</summary>
    public Dictionary<string, string> PrincipalTags { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;
}
