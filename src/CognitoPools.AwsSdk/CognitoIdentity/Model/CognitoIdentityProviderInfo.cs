namespace Amazon.CognitoIdentity.Model;

/// <summary>A provider representing an Amazon Cognito user pool and its client ID.</summary>
public partial class CognitoIdentityProviderInfo
{
    /// <summary>The provider name for an Amazon Cognito user pool. For example, cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789. Constraint: 1 to 128 characters, pattern [\w._:/-]+.</summary>
    public string ProviderName { get; set; }

    /// <summary>The client ID for the Amazon Cognito user pool. Constraint: 1 to 128 characters, pattern [\w_]+.</summary>
    public string ClientId { get; set; }

    /// <summary>TRUE if server-side token validation is enabled for the identity provider’s token.</summary>
    public bool? ServerSideTokenCheck { get; set; }
}
