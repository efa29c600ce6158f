using System;
using System.Collections.Concurrent;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime.StandIn;

/// <summary>How a service's requests and answers stand on the wire. One pair of marshaller and unmarshaller serves each
/// operation.</summary>
internal abstract class Protocol
{
    private readonly ConcurrentDictionary<string, InvokeOptions> operations = new ConcurrentDictionary<string, InvokeOptions>(
        StringComparer.Ordinal);

    public InvokeOptions Operation<TResponse>(string name)
        where TResponse : AmazonWebServiceResponse, new() => operations.GetOrAdd(name, key => new InvokeOptions
        {
            RequestMarshaller = Marshaller(key),
            ResponseUnmarshaller = Unmarshaller<TResponse>(key),
        });

    protected abstract IMarshaller<IRequest, AmazonWebServiceRequest> Marshaller(string operation);

    protected abstract ResponseUnmarshaller Unmarshaller<TResponse>(string operation)
        where TResponse : AmazonWebServiceResponse, new();
}
