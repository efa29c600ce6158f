using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of GetOpenIdToken.</summary>
public partial class GetOpenIdTokenResponse : AmazonWebServiceResponse
{
    /// <summary>A unique identifier in the format REGION:GUID. Note that the IdentityId returned may not match the one passed on input. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>An OpenID token, valid for 10 minutes.</summary>
    public string Token { get; set; }
}
