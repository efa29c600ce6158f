using System.Net;
using System.Net.Sockets;
using System.Xml;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>Interprets failed calls by the error codes of the services. The type of an exception depends on the
/// operation's declaration, and messages change.</summary>
public static class AwsErrors
{
    private const string EarlierAttemptKey = "CognitoPools.EarlierAttemptMayHaveTakenEffect";

    private const string NotSentKey = "CognitoPools.NotSent";

    // Codes without the suffix 'Exception', which only some services use.
    private static readonly string[] Throttling =
    [
        "Throttling", "Throttled", "RequestThrottled", "TooManyRequests", "RequestLimitExceeded",
        "BandwidthLimitExceeded", "SlowDown", "PriorRequestNotComplete",
    ];

    private static readonly string[] NotAuthorized = ["NotAuthorized", "AccessDenied", "UnauthorizedOperation"];

    private static readonly string[] Credentials =
    [
        "ExpiredToken",
        "InvalidClientTokenId",
        "UnrecognizedClient",
        "SignatureDoesNotMatch",
        "InvalidSignature",
        "IncompleteSignature",
        "MissingAuthenticationToken", "InvalidAccessKeyId", "AuthFailure", "RequestExpired",
    ];

    // No connection was established, so the request was never sent.
    private static readonly HashSet<SocketError> NeverConnected =
    [
        SocketError.HostNotFound, SocketError.TryAgain, SocketError.NoData, SocketError.NoRecovery,
        SocketError.ConnectionRefused, SocketError.NetworkUnreachable,
    ];

    /// <summary>The service throttled the call. LimitExceededException is a hard limit and not included.</summary>
    public static bool IsThrottling(Exception exception) =>
        HasCode(exception, Throttling) || Service(exception) is { } error && (int)error.StatusCode == 429;

    /// <summary>No answer of a service arrived: the host name was not found, or the connection failed, broke or timed
    /// out.</summary>
    public static bool IsNetwork(Exception exception) =>
        Service(exception) is not { StatusCode: not 0 }
        && Chain(exception).Any(IsNetworkFailure);

    /// <summary>The same call may succeed if it is sent again: a network failure, a 5xx answer or a success that could
    /// not be read.</summary>
    public static bool IsTransient(Exception exception) =>
        IsNetwork(exception) || IsServerError(exception) || IsUnexpectedAnswer(exception) && IsSuccessStatus(exception);

    /// <summary>The service failed (a 5xx answer) for a reason other than throttling.</summary>
    public static bool IsServerError(Exception exception) =>
        Service(exception) is { } error && (int)error.StatusCode >= 500 && !IsThrottling(error);

    /// <summary>The request may have taken effect although no success was read: a timeout, a broken connection, a 5xx
    /// answer, an answer that did not come from the service, a cancellation in progress, or any of these in an earlier
    /// attempt of the same call.</summary>
    public static bool IsAmbiguous(Exception exception) =>
        Chain(exception).Any(cause => cause.Data.Contains(EarlierAttemptKey)
            || cause is OperationCanceledException && !cause.Data.Contains(NotSentKey))
        || IsServerError(exception)
        || IsUnexpectedAnswer(exception) && !IsThrottling(exception)
        || IsNetwork(exception)
            && !Chain(exception).OfType<SocketException>().Any(cause => NeverConnected.Contains(cause.SocketErrorCode));

    /// <summary>The call was stopped before any attempt could have taken effect: before the first was sent, or after
    /// attempts that the service had refused.</summary>
    public static bool IsNotSent(Exception exception) =>
        Chain(exception).Any(cause => cause.Data.Contains(NotSentKey))
            && !Chain(exception).Any(cause => cause.Data.Contains(EarlierAttemptKey));

    /// <summary>The caller lacks a permission, or the service does not allow the request.</summary>
    public static bool IsNotAuthorized(Exception exception) => HasCode(exception, NotAuthorized);

    /// <summary>The caller lacks a permission in IAM.</summary>
    internal static bool IsAccessDenied(Exception exception) => HasCode(exception, "AccessDenied", "UnauthorizedOperation");

    /// <summary>The credentials were refused: they are expired or unknown, or the signature is wrong.</summary>
    public static bool IsCredentialsRefused(Exception exception) => HasCode(exception, Credentials);

    /// <summary>The service does not know the access key. A Region that the account has not enabled returns this for
    /// every key.</summary>
    public static bool IsAccessKeyUnknown(Exception exception) =>
        HasCode(exception, "UnrecognizedClient", "InvalidClientTokenId", "InvalidAccessKeyId", "AuthFailure");

    /// <summary>The endpoint's host has no address, for example in a Region without the service.</summary>
    public static bool IsHostUnknown(Exception exception) => IsNetwork(exception) && Chain(exception).Any(cause =>
        cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }
            or WebException { Status: WebExceptionStatus.NameResolutionFailure });

    /// <summary>The resource in the call does not exist.</summary>
    public static bool IsNotFound(Exception exception) => HasCode(exception, "ResourceNotFound", "NoSuchEntity");

    /// <summary>The resource to create already exists.</summary>
    public static bool IsAlreadyExists(Exception exception) => HasCode(exception, "EntityAlreadyExists");

    /// <summary>A role cannot be deleted while it has policies.</summary>
    public static bool IsDeleteConflict(Exception exception) => HasCode(exception, "DeleteConflict");

    /// <summary>An error that a service can return for the second copy of a request that it has already
    /// executed.</summary>
    public static bool IsRefusedAsDone(Exception exception) =>
        IsNotFound(exception) || IsAlreadyExists(exception) || IsInvalid(exception) || IsLoginConflict(exception);

    /// <summary>A role of the pool does not exist, or its trust policy does not accept the pool.</summary>
    public static bool IsInvalidPoolConfiguration(Exception exception) =>
        HasCode(exception, "InvalidIdentityPoolConfiguration");

    /// <summary>A login belongs to an identity other than the specified one.</summary>
    public static bool IsLoginConflict(Exception exception) => HasCode(exception, "ResourceConflict");

    /// <summary>An error that a service returns until a new or changed role is effective in IAM. It also means that the
    /// role does not exist or does not accept the caller.</summary>
    public static bool MayBeRoleDelay(Exception exception) =>
        IsInvalidPoolConfiguration(exception)
            || HasCode(exception, "NoSuchEntity", "NotAuthorized");

    /// <summary>Another caller changed the same resource at the same time. Read it again and apply the change
    /// again.</summary>
    public static bool IsConcurrentModification(Exception exception) => HasCode(exception, "ConcurrentModification");

    /// <summary>The request is not valid.</summary>
    public static bool IsInvalid(Exception exception) =>
        HasCode(exception, "InvalidParameter", "ValidationError", "Validation", "InvalidInput", "Serialization");

    /// <summary>The answer did not come from the service, such as an HTML page of a proxy, or it was
    /// truncated.</summary>
    public static bool IsUnexpectedAnswer(Exception exception) =>
        Chain(exception).Any(cause => cause is UnexpectedAnswerException or AmazonUnmarshallingException or XmlException);

    /// <summary>The endpoint does not support the operation, for example in an emulator.</summary>
    internal static bool IsUnknownOperation(Exception exception) =>
        HasCode(exception, "UnknownOperation", "InvalidAction", "NotImplemented", "NotSimulated")
            || Service(exception) is { } error && (int)error.StatusCode == 501;

    /// <summary>An error that did not come from the service, such as an HTML page.</summary>
    internal static bool IsErrorPage(Exception exception) =>
        IsUnexpectedAnswer(exception) && !IsSuccessStatus(exception) && !IsThrottling(exception);

    /// <summary>The error code of the service, without the suffix 'Exception' that some services use, for example
    /// <c>LimitExceeded</c>. Null without a code.</summary>
    public static string? CodeOf(Exception exception) =>
        Service(exception)?.ErrorCode is { Length: > 0 } code ? WithoutSuffix(code) : null;

    /// <summary>Notes on the last failure of a call that an earlier attempt of it was ambiguous.</summary>
    internal static void MarkEarlierAttemptAmbiguous(Exception exception) => exception.Data[EarlierAttemptKey] = true;

    /// <summary>Notes that a call was stopped between two attempts or before the first.</summary>
    internal static void MarkNotSent(OperationCanceledException exception) => exception.Data[NotSentKey] = true;

    private static bool IsNetworkFailure(Exception cause) =>
        cause is HttpRequestException or SocketException or IOException or TimeoutException or WebException;

    private static bool IsSuccessStatus(Exception exception) =>
        Service(exception) is { } error && (int)error.StatusCode is >= 200 and < 300;

    private static string WithoutSuffix(string code) =>
        code.EndsWith("Exception", StringComparison.Ordinal) ? code.Substring(0, code.Length - "Exception".Length) : code;

    private static bool HasCode(Exception exception, params string[] codes) =>
        CodeOf(exception) is { } code && codes.Contains(code, StringComparer.Ordinal);

    private static AmazonServiceException? Service(Exception exception) =>
        Chain(exception).OfType<AmazonServiceException>().FirstOrDefault();

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
