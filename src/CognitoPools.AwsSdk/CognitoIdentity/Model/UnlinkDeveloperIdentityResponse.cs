using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of UnlinkDeveloperIdentity.</summary>
public partial class UnlinkDeveloperIdentityResponse : AmazonWebServiceResponse
{
}
