using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime.StandIn;

/// <summary>AWS JSON 1.1: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html</summary>
internal sealed class JsonProtocol : Protocol
{
    private readonly string target;
    private readonly string version;
    private readonly string service;
    private readonly ServiceErrors errors;

    public JsonProtocol(string target, string version, string service, ServiceErrors errors)
    {
        this.target = target;
        this.version = version;
        this.service = service;
        this.errors = errors;
    }

    protected override IMarshaller<IRequest, AmazonWebServiceRequest> Marshaller(string operation) =>
        new JsonRequestMarshaller(service, target + "." + operation, version);

    protected override ResponseUnmarshaller Unmarshaller<TResponse>(string operation) =>
        new JsonAnswerReader<TResponse>(operation, errors);
}
