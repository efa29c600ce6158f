using System;
using System.Net;

namespace Amazon.Runtime.StandIn;

/// <summary>What an error answer says.</summary>
internal sealed class ErrorAnswer
{
    /// <summary>Null when the answer is not the service's.</summary>
    public string Code { get; init; }

    public string Message { get; init; }

    public string RequestId { get; init; }

    public HttpStatusCode Status { get; init; }

    public Exception Inner { get; init; }

    public ErrorType Type => (int)Status < 500 ? ErrorType.Sender : ErrorType.Receiver;
}
