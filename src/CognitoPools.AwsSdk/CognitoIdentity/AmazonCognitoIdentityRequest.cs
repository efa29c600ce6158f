using Amazon.Runtime;

namespace Amazon.CognitoIdentity;

/// <summary>The base of the service's requests.</summary>
public partial class AmazonCognitoIdentityRequest : AmazonWebServiceRequest
{
}
