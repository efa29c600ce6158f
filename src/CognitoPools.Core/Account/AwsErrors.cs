using System.Net;
using System.Net.Sockets;
using System.Xml;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>What a failed call means. Services are told by their error codes: the type of an exception depends on
/// what its operation declares, and messages change.</summary>
public static class AwsErrors
{
    private const string EarlierAttemptKey = "CognitoPools.EarlierAttemptMayHaveTakenEffect";

    private const string NotSentKey = "CognitoPools.NotSent";

    // Codes without the suffix 'Exception', which only some services give theirs.
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

    // The connection was never made, so the request was never sent.
    private static readonly HashSet<SocketError> NeverConnected =
    [
        SocketError.HostNotFound, SocketError.TryAgain, SocketError.NoData, SocketError.NoRecovery,
        SocketError.ConnectionRefused, SocketError.NetworkUnreachable,
    ];

    /// <summary>The service refused the call for its request rate. LimitExceededException is a hard limit and not this.</summary>
    public static bool IsThrottling(Exception exception) =>
        HasCode(exception, Throttling) || Service(exception) is { } error && (int)error.StatusCode == 429;

    /// <summary>No answer of a service arrived: no name, no connection, a connection that broke, or a time limit.</summary>
    public static bool IsNetwork(Exception exception) =>
        Service(exception) is not { StatusCode: not 0 }
        && Chain(exception).Any(IsNetworkFailure);

    /// <summary>The same call may succeed when sent again: a network failure, a 5xx answer or a success that could not
    /// be read.</summary>
    public static bool IsTransient(Exception exception) =>
        IsNetwork(exception) || IsServerError(exception) || IsUnexpectedAnswer(exception) && IsSuccessStatus(exception);

    /// <summary>The service itself failed (a 5xx answer), and not for the request rate.</summary>
    public static bool IsServerError(Exception exception) =>
        Service(exception) is { } error && (int)error.StatusCode >= 500 && !IsThrottling(error);

    /// <summary>The request may have taken effect although no success was read: a time limit, a broken connection, a
    /// 5xx answer, an answer that is not the service's, a cancellation under way, or any of these in an earlier attempt
    /// of the same call.</summary>
    public static bool IsAmbiguous(Exception exception) =>
        Chain(exception).Any(cause => cause.Data.Contains(EarlierAttemptKey)
            || cause is OperationCanceledException && !cause.Data.Contains(NotSentKey))
        || IsServerError(exception)
        || IsUnexpectedAnswer(exception) && !IsThrottling(exception)
        || IsNetwork(exception)
            && !Chain(exception).OfType<SocketException>().Any(cause => NeverConnected.Contains(cause.SocketErrorCode));

    /// <summary>The call was stopped while no attempt of it could have taken effect: before the first was sent, or
    /// after attempts that the service had refused.</summary>
    public static bool IsNotSent(Exception exception) =>
        Chain(exception).Any(cause => cause.Data.Contains(NotSentKey))
            && !Chain(exception).Any(cause => cause.Data.Contains(EarlierAttemptKey));

    /// <summary>The caller lacks a permission, or the service refuses the request on principle.</summary>
    public static bool IsNotAuthorized(Exception exception) => HasCode(exception, NotAuthorized);

    /// <summary>The caller lacks a permission: IAM says so, not the service.</summary>
    internal static bool IsAccessDenied(Exception exception) => HasCode(exception, "AccessDenied", "UnauthorizedOperation");

    /// <summary>The credentials themselves were refused: expired, unknown, or a wrong signature.</summary>
    public static bool IsCredentialsRefused(Exception exception) => HasCode(exception, Credentials);

    /// <summary>The service knows no such access key. A Region that the account has not enabled says so of every key.</summary>
    public static bool IsAccessKeyUnknown(Exception exception) =>
        HasCode(exception, "UnrecognizedClient", "InvalidClientTokenId", "InvalidAccessKeyId", "AuthFailure");

    /// <summary>The endpoint's host has no address, as in a Region where the service does not exist.</summary>
    public static bool IsHostUnknown(Exception exception) => IsNetwork(exception) && Chain(exception).Any(cause =>
        cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }
            or WebException { Status: WebExceptionStatus.NameResolutionFailure });

    /// <summary>What the call names does not exist.</summary>
    public static bool IsNotFound(Exception exception) => HasCode(exception, "ResourceNotFound", "NoSuchEntity");

    /// <summary>What was to be made is there already.</summary>
    public static bool IsAlreadyExists(Exception exception) => HasCode(exception, "EntityAlreadyExists");

    /// <summary>A role cannot be deleted while it has policies.</summary>
    public static bool IsDeleteConflict(Exception exception) => HasCode(exception, "DeleteConflict");

    /// <summary>What a service may answer to the second copy of a request that it has carried out already.</summary>
    public static bool IsRefusedAsDone(Exception exception) =>
        IsNotFound(exception) || IsAlreadyExists(exception) || IsInvalid(exception) || IsLoginConflict(exception);

    /// <summary>A role of the pool is missing, or its trust policy does not accept the pool.</summary>
    public static bool IsInvalidPoolConfiguration(Exception exception) =>
        HasCode(exception, "InvalidIdentityPoolConfiguration");

    /// <summary>A login belongs to another identity than the one that was named.</summary>
    public static bool IsLoginConflict(Exception exception) => HasCode(exception, "ResourceConflict");

    /// <summary>What a service answers until IAM has spread a new or changed role, and also when the role is really
    /// missing or refuses.</summary>
    public static bool MayBeRoleDelay(Exception exception) =>
        IsInvalidPoolConfiguration(exception)
            || HasCode(exception, "NoSuchEntity", "NotAuthorized");

    /// <summary>Somebody else changed the same thing at the same time: read again and apply the edit again.</summary>
    public static bool IsConcurrentModification(Exception exception) => HasCode(exception, "ConcurrentModification");

    /// <summary>The request is wrong as it stands.</summary>
    public static bool IsInvalid(Exception exception) =>
        HasCode(exception, "InvalidParameter", "ValidationError", "Validation", "InvalidInput", "Serialization");

    /// <summary>The answer is not one of the service's, such as an HTML page of a proxy or a truncated body.</summary>
    public static bool IsUnexpectedAnswer(Exception exception) =>
        Chain(exception).Any(cause => cause is UnexpectedAnswerException or AmazonUnmarshallingException or XmlException);

    /// <summary>The endpoint does not know the operation, as an emulator may say.</summary>
    internal static bool IsUnknownOperation(Exception exception) =>
        HasCode(exception, "UnknownOperation", "InvalidAction", "NotImplemented", "NotSimulated")
            || Service(exception) is { } error && (int)error.StatusCode == 501;

    /// <summary>An error that is not one of the service's, such as an HTML page.</summary>
    internal static bool IsErrorPage(Exception exception) =>
        IsUnexpectedAnswer(exception) && !IsSuccessStatus(exception) && !IsThrottling(exception);

    /// <summary>The service's code of the error, without the suffix 'Exception' that some services give theirs:
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
