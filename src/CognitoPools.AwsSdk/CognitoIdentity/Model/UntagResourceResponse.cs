using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of UntagResource.</summary>
public partial class UntagResourceResponse : AmazonWebServiceResponse
{
}
