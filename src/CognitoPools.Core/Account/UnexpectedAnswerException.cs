using System.Net;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>An answer that did not come from the service, or is incomplete. The request may have taken
/// effect.</summary>
internal sealed class UnexpectedAnswerException : AmazonServiceException
{
    public UnexpectedAnswerException(string message, Exception? cause, string? requestId, HttpStatusCode status)
        : base(message, cause, ErrorType.Unknown, errorCode: null, requestId, status)
    {
    }
}
