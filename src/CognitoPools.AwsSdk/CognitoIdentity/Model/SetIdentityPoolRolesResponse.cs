using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of SetIdentityPoolRoles.</summary>
public partial class SetIdentityPoolRolesResponse : AmazonWebServiceResponse
{
}
