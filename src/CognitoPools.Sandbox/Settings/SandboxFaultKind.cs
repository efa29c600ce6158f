namespace CognitoPools.Sandbox;

/// <summary>What goes wrong when a <see cref="SandboxFault"/> strikes.</summary>
public enum SandboxFaultKind
{
    /// <summary>The service answers with an error of the fault's ErrorCode, Message and StatusCode.</summary>
    Error,

    /// <summary>The service's own throttling error: TooManyRequestsException for pools, Throttling for IAM and STS.</summary>
    Throttle,

    /// <summary>The service's own internal error, HTTP 500.</summary>
    InternalError,

    /// <summary>The connection breaks: an HttpRequestException, no answer.</summary>
    ConnectionReset,

    /// <summary>No answer until the caller cancels or times out.</summary>
    Hang,

    /// <summary>A web page instead of an answer, as a proxy or a wrong endpoint sends; HTTP 503 unless StatusCode says
    /// otherwise.</summary>
    HtmlPage,

    /// <summary>The first half of the real answer's text, so the operation has taken effect. An answer without text, as
    /// SetIdentityPoolRoles gives, has nothing to lose.</summary>
    TruncatedBody,

    /// <summary>DeleteIdentities succeeds but lists identities as unprocessed. Strikes DeleteIdentities only.</summary>
    UnprocessedIdentities,
}
