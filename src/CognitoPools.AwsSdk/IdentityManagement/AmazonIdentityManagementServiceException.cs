using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>The base of the service's errors, and the error of a code that has no type of its own.</summary>
public partial class AmazonIdentityManagementServiceException : AmazonServiceException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public AmazonIdentityManagementServiceException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public AmazonIdentityManagementServiceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="innerException">The cause.</param>
    public AmazonIdentityManagementServiceException(Exception innerException)
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
    public AmazonIdentityManagementServiceException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="errorType">Whose fault it is.</param>
    /// <param name="errorCode">The service's code.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="statusCode">The HTTP status.</param>
    public AmazonIdentityManagementServiceException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
