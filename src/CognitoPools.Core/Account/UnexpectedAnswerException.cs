using System.Net;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>An answer that is not the service's, or not the whole of it. What was asked for may have been done.</summary>
internal sealed class UnexpectedAnswerException : AmazonServiceException
{
    public UnexpectedAnswerException(string message, Exception? cause, string? requestId, HttpStatusCode status)
        : base(message, cause, ErrorType.Unknown, errorCode: null, requestId, status)
    {
    }
}
