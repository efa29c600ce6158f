using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>Thrown when a request is throttled.</summary>
public partial class TooManyRequestsException : AmazonCognitoIdentityException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public TooManyRequestsException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public TooManyRequestsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="innerException">The cause.</param>
    public TooManyRequestsException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="errorType">Whose fault it is.</param>
    /// <param name="errorCode">The service's code.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="statusCode">The HTTP status.</param>
    public TooManyRequestsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="errorType">Whose fault it is.</param>
    /// <param name="errorCode">The service's code.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="statusCode">The HTTP status.</param>
    public TooManyRequestsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
