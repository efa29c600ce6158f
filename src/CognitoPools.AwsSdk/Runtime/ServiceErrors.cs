using System;
using System.Net;

namespace Amazon.Runtime.StandIn;

/// <summary>Makes the exception of an error. A code that the operation does not declare gets the service's base
/// exception.</summary>
internal abstract class ServiceErrors
{
    private const int Excerpt = 200;

    public AmazonServiceException Make(
        string operation, string code, string message, string requestId, HttpStatusCode status, Exception inner)
    {
        var error = new ErrorAnswer
        {
            Code = code,
            Message = string.IsNullOrEmpty(message) ? code ?? "The service answered with an error and gave no reason." : message,
            RequestId = requestId,
            Status = status,
            Inner = inner,
        };
        return code != null && IsDeclared(operation, code) ? Typed(code, error) : Untyped(error);
    }

    /// <summary>The error of an answer that is not the service's, such as the page of a proxy.</summary>
    public AmazonServiceException MakeUnreadable(string body, string requestId, HttpStatusCode status, Exception inner)
    {
        var text = body.Trim();
        if (text.Length > Excerpt)
            text = text.Substring(0, Excerpt) + "...";
        var message = text.Length == 0
            ? $"HTTP status {(int)status} with an empty body."
            : $"HTTP status {(int)status} with a body that is not the service's: {text}";
        return Untyped(new ErrorAnswer { Message = message, RequestId = requestId, Status = status, Inner = inner });
    }

    protected abstract bool IsDeclared(string operation, string code);

    protected abstract AmazonServiceException Typed(string code, ErrorAnswer error);

    protected abstract AmazonServiceException Untyped(ErrorAnswer error);
}
