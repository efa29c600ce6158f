using System.Collections.Generic;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.CognitoIdentity.Internal;

/// <summary>Signs every operation but the public ones.</summary>
internal sealed class CognitoIdentityAuthResolver : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        executionContext.RequestContext.OriginalRequest is GetIdRequest or GetCredentialsForIdentityRequest or GetOpenIdTokenRequest or UnlinkIdentityRequest
            ? AuthSchemeOption.DEFAULT_NOAUTH
            : AuthSchemeOption.DEFAULT_SIGV4;
}
