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
    /// otherwise. It does not carry AWS's request id.</summary>
    HtmlPage,

    /// <summary>The first half of the real answer's text, so the operation has taken effect. Of an answer without text,
    /// such as that of SetIdentityPoolRoles, nothing arrives: the connection breaks.</summary>
    TruncatedBody,

    /// <summary>DeleteIdentities succeeds but lists identities as unprocessed. Strikes DeleteIdentities only.</summary>
    UnprocessedIdentities,

    /// <summary>A foreign answer without text; HTTP 200 unless StatusCode says otherwise. It does not carry AWS's
    /// request id.</summary>
    EmptyBody,

    /// <summary>A foreign answer without content: {}, or for IAM and STS the response element alone; HTTP 200 unless
    /// StatusCode says otherwise. It does not carry AWS's request id.</summary>
    EmptyJson,

    /// <summary>The request arrives twice, as through a proxy that sends it again: the operation takes effect twice, and
    /// the second answer is given.</summary>
    Duplicate,

    /// <summary>The real answer, late: after the fault's Delay. The operation takes effect when the delay is over, with
    /// AfterApply before it.</summary>
    Slow,
}
