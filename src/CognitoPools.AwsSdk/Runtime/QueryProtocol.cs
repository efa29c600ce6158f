using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime.StandIn;

/// <summary>The AWS query protocol: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html</summary>
internal sealed class QueryProtocol : Protocol
{
    private readonly string version;
    private readonly string service;
    private readonly ServiceErrors errors;

    public QueryProtocol(string version, string service, ServiceErrors errors)
    {
        this.version = version;
        this.service = service;
        this.errors = errors;
    }

    protected override IMarshaller<IRequest, AmazonWebServiceRequest> Marshaller(string operation) =>
        new QueryRequestMarshaller(service, operation, version);

    protected override ResponseUnmarshaller Unmarshaller<TResponse>(string operation) =>
        new QueryAnswerReader<TResponse>(operation, errors);
}
