using System;
using System.Collections.Generic;
using System.Net;

namespace Amazon.Runtime.StandIn;

/// <summary>Makes the exception of a service's error. A code without a type of its own gets the service's base exception.</summary>
internal sealed class ErrorTable
{
    private const int Excerpt = 200;

    private readonly Type fallback;
    private readonly IReadOnlyDictionary<string, Type> types;

    public ErrorTable(Type fallback, IReadOnlyDictionary<string, Type> types)
    {
        this.fallback = fallback;
        this.types = types;
    }

    public AmazonServiceException Make(string code, string message, string requestId, HttpStatusCode status, Exception inner)
    {
        var type = code != null && types.TryGetValue(code, out var known) ? known : fallback;
        var errorType = (int)status < 500 ? ErrorType.Sender : ErrorType.Receiver;
        var text = string.IsNullOrEmpty(message) ? code ?? "The service answered with an error and gave no reason." : message;
        return (AmazonServiceException)Activator.CreateInstance(type, text, inner, errorType, code, requestId, status);
    }

    /// <summary>The error of an answer that is not the service's, such as the page of a proxy.</summary>
    public AmazonServiceException MakeUnreadable(string body, string requestId, HttpStatusCode status, Exception inner)
    {
        var text = body.Trim();
        if (text.Length > Excerpt) text = text.Substring(0, Excerpt) + "...";
        var message = text.Length == 0
            ? $"HTTP status {(int)status} with an empty body."
            : $"HTTP status {(int)status} with a body that is not the service's: {text}";
        return Make(null, message, requestId, status, inner);
    }
}
