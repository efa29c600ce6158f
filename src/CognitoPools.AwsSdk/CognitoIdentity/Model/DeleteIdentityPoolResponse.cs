using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of DeleteIdentityPool.</summary>
public partial class DeleteIdentityPoolResponse : AmazonWebServiceResponse
{
}
