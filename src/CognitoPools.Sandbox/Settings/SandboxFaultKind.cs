namespace CognitoPools.Sandbox;

/// <summary>The kinds of failure of a <see cref="SandboxFault"/>.</summary>
public enum SandboxFaultKind
{
    /// <summary>The service answers with an error: the ErrorCode, Message and StatusCode of the fault.</summary>
    Error,

    /// <summary>The service answers with its throttling error: TooManyRequestsException for pools, Throttling for IAM and
    /// STS.</summary>
    Throttle,

    /// <summary>The service answers with its internal error, HTTP 500.</summary>
    InternalError,

    /// <summary>The connection breaks without an answer (HttpRequestException).</summary>
    ConnectionReset,

    /// <summary>No answer arrives until the caller cancels or times out.</summary>
    Hang,

    /// <summary>A web page arrives instead of an answer, as from a proxy or a wrong endpoint. The default status is 503. It has
    /// no AWS request id.</summary>
    HtmlPage,

    /// <summary>Only the first half of the answer arrives, after the operation took effect. When the answer has no text, as
    /// with SetIdentityPoolRoles, the connection breaks.</summary>
    TruncatedBody,

    /// <summary>DeleteIdentities succeeds but returns identities as unprocessed. For DeleteIdentities only.</summary>
    UnprocessedIdentities,

    /// <summary>An empty answer arrives that does not come from AWS. The default status is 200. It has no AWS request
    /// id.</summary>
    EmptyBody,

    /// <summary>An answer without content arrives that does not come from AWS: {}, or for IAM and STS only the response element.
    /// The default status is 200. It has no AWS request id.</summary>
    EmptyJson,

    /// <summary>The request arrives twice, as from a proxy that repeats it. The operation takes effect twice, and the second
    /// answer is returned.</summary>
    Duplicate,

    /// <summary>The answer arrives after the Delay of the fault. The operation takes effect after the delay, or before it with
    /// AfterApply.</summary>
    Slow,
}
