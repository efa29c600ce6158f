namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of GetPrincipalTagAttributeMap. Use GetPrincipalTagAttributeMap to list all mappings between PrincipalTags and user attributes.</summary>
public partial class GetPrincipalTagAttributeMapRequest : AmazonCognitoIdentityRequest
{
    /// <summary>You can use this operation to get the ID of the Identity Pool you setup attribute mappings for. Required. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>You can use this operation to get the provider name. Required. Constraint: 1 to 128 characters.</summary>
    public string IdentityProviderName { get; set; }
}
