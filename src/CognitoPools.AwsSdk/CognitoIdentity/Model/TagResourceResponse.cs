using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of TagResource.</summary>
public partial class TagResourceResponse : AmazonWebServiceResponse
{
}
