using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of UnlinkIdentity.</summary>
public partial class UnlinkIdentityResponse : AmazonWebServiceResponse
{
}
