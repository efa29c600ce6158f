using System;
using System.Collections.Generic;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.Runtime.StandIn;

/// <summary>Signs every operation but the public ones.</summary>
internal sealed class StandInAuthResolver : BaseAuthResolverHandler
{
    private readonly string[] publicRequests;

    public StandInAuthResolver(params string[] publicOperations) =>
        publicRequests = Array.ConvertAll(publicOperations, operation => operation + "Request");

    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        Array.IndexOf(publicRequests, executionContext.RequestContext.OriginalRequest.GetType().Name) >= 0
            ? AuthSchemeOption.DEFAULT_NOAUTH
            : AuthSchemeOption.DEFAULT_SIGV4;
}
