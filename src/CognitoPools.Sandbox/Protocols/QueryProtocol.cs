using System.Text.Json;
using System.Xml.Linq;
using CognitoPools.Sandbox.Validation;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Protocols;

/// <summary>The Query protocol of IAM and STS: form in, XML out.</summary>
internal sealed class QueryProtocol(string service, string xmlNamespace) : IProtocol
{
    private const string ContentType = "text/xml";

    private readonly XNamespace ns = xmlNamespace;

    public string Service => service;

    public string ValidationCode => "ValidationError";

    public ServiceError Throttled => new("Throttling", "Rate exceeded");

    public ServiceError InternalError => service == "iam"
        ? new("ServiceFailure", "The request processing has failed because of an unknown error, exception or failure.", 500)
        : new("InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", 500);

    public ServiceError Unsigned => new("MissingAuthenticationToken", "Request is missing Authentication Token", 403);

    public ServiceError InvalidKey => new("InvalidClientTokenId", "The security token included in the request is invalid.", 403);

    public ServiceError ExpiredKey => new("ExpiredToken", "The security token included in the request is expired", 403);

    public string OperationOf(IncomingCall call) => Form.Parse(call.Body).TryGetValue("Action", out var action) ? action : "";

    public JsonElement Read(StructureShape shape, IncomingCall call) => Form.Read(shape, Form.Parse(call.Body));

    public string Masked(string body) => SecretMask.Form(body);

    public SandboxAnswer Answer(string operation, object? content, string requestId)
    {
        var response = new XElement(operation + "Response");
        if (content is not null)
            response.Add(new XElement(operation + "Result", content));
        response.Add(new XElement("ResponseMetadata", new XElement("RequestId", requestId)));
        return new SandboxAnswer(200, ContentType, Text(response)) { Headers = Identify(requestId) };
    }

    public string Nothing(string operation) => Text(new XElement(operation + "Response"));

    public SandboxAnswer Failure(ServiceError error, string requestId)
    {
        var response = new XElement(
            "ErrorResponse",
            new XElement(
                "Error",
                new XElement("Type", error.StatusCode < 500 ? "Sender" : "Receiver"),
                new XElement("Code", error.Code),
                new XElement("Message", Storable(error.Message))),
            new XElement("RequestId", requestId));
        return new SandboxAnswer(error.StatusCode, ContentType, Text(response))
        {
            ErrorCode = error.Code,
            Headers = Identify(requestId),
        };
    }

    // A message can quote characters that are not allowed in XML.
    private static string Storable(string message) => message.All(TextCheck.IsStorable)
        ? message
        : new string([.. message.Select(letter => TextCheck.IsStorable(letter) ? letter : '?')]);

    private static Dictionary<string, string> Identify(string requestId) =>
        new(StringComparer.Ordinal) { ["x-amzn-RequestId"] = requestId };

    /// <summary>Puts the whole answer into the service's namespace: operations build elements without one.</summary>
    private string Text(XElement response)
    {
        foreach (var element in response.DescendantsAndSelf())
            element.Name = ns + element.Name.LocalName;
        return response.ToString(SaveOptions.DisableFormatting);
    }
}
