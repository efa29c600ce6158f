using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of GetPrincipalTagAttributeMap.</summary>
public partial class GetPrincipalTagAttributeMapResponse : AmazonWebServiceResponse
{
    /// <summary>You can use this operation to get the ID of the Identity Pool you setup attribute mappings for. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>You can use this operation to get the provider name. Constraint: 1 to 128 characters.</summary>
    public string IdentityProviderName { get; set; }

    /// <summary>You can use this operation to list.</summary>
    public bool? UseDefaults { get; set; }

    /// <summary>You can use this operation to add principal tags. The PrincipalTagsoperation enables you to reference user attributes in your IAM permissions policy. Constraint: at most 50 entries.</summary>
    public Dictionary<string, string> PrincipalTags { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;
}
