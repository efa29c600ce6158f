using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of GetCredentialsForIdentity.</summary>
public partial class GetCredentialsForIdentityResponse : AmazonWebServiceResponse
{
    /// <summary>A unique identifier in the format REGION:GUID. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>Credentials for the provided identity ID.</summary>
    public Credentials Credentials { get; set; }
}
