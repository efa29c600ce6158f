using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CognitoPools.Sandbox.Validation;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Protocols;

/// <summary>AWS JSON 1.1, the protocol of identity pools.</summary>
internal sealed class JsonProtocol : IProtocol
{
    public const string TargetPrefix = "AWSCognitoIdentityService.";

    private const string ContentType = "application/x-amz-json-1.1";

    // Clients and servers reject long headers. The body contains the whole message.
    private const int LongestHeader = 1_024;

    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Service => "cognito-identity";

    public string ValidationCode => "ValidationException";

    public ServiceError Throttled => new("TooManyRequestsException", "Rate exceeded");

    public ServiceError InternalError => new("InternalErrorException", "An internal error has occurred.", 500);

    public ServiceError Unsigned => new("MissingAuthenticationTokenException", "Missing Authentication Token");

    public ServiceError InvalidKey =>
        new("UnrecognizedClientException", "The security token included in the request is invalid.");

    public ServiceError ExpiredKey => new("ExpiredTokenException", "The security token included in the request is expired");

    public string OperationOf(IncomingCall call) => call.Target!.Substring(TargetPrefix.Length);

    public JsonElement Read(StructureShape shape, IncomingCall call)
    {
        try
        {
            using var document = JsonDocument.Parse(call.Body.Length == 0 ? "{}" : call.Body);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new ServiceError("SerializationException", $"The request is not JSON: {exception.Message}");
        }
    }

    public string Masked(string body) => SecretMask.Json(body);

    public SandboxAnswer Answer(string operation, object? content, string requestId) =>
        new(200, ContentType, content is null ? "" : JsonSerializer.Serialize(content, content.GetType(), Options))
        {
            Headers = Identify(requestId),
        };

    public string Nothing(string operation) => "{}";

    public SandboxAnswer Failure(ServiceError error, string requestId)
    {
        var headers = Identify(requestId);
        headers["x-amzn-errortype"] = Printable(error.Code) + ":";
        headers["x-amzn-errormessage"] = Printable(
            error.Message.Length > LongestHeader ? error.Message.Substring(0, LongestHeader) : error.Message);
        var body = JsonSerializer.Serialize(
            new Dictionary<string, string> { ["__type"] = error.Code, ["message"] = error.Message }, Options);
        return new SandboxAnswer(error.StatusCode, ContentType, body) { ErrorCode = error.Code, Headers = headers };
    }

    private static Dictionary<string, string> Identify(string requestId) =>
        new(StringComparer.Ordinal) { ["x-amzn-requestid"] = requestId };

    /// <summary>The value as a header: one line of ASCII. The text of an error can quote anything.</summary>
    private static string Printable(string value)
    {
        if (value.All(IsPrintable))
            return value;
        return new string([.. value.Select(letter => IsPrintable(letter) ? letter : '?')]);
    }

    private static bool IsPrintable(char letter) => letter is >= ' ' and <= '~';
}
