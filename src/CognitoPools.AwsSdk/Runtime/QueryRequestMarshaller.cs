using System;
using System.Collections;
using System.Globalization;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime.StandIn;

/// <summary>Writes a request's members that are not null as form parameters: 'Tags.member.1.Key'.</summary>
internal sealed class QueryRequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private readonly string service;
    private readonly string operation;
    private readonly string version;

    public QueryRequestMarshaller(string service, string operation, string version)
    {
        this.service = service;
        this.operation = operation;
        this.version = version;
    }

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
        request.Parameters["Action"] = operation;
        request.Parameters["Version"] = version;
        WriteStructure(request, "", input);
        return request;
    }

    private static void WriteStructure(DefaultRequest request, string prefix, object value)
    {
        foreach (var member in WireMember.Of(value.GetType()))
        {
            if (member.Get(value) is { } set)
                Write(request, prefix + member.Name, set);
        }
    }

    private static void Write(DefaultRequest request, string name, object value)
    {
        switch (value)
        {
            case string text: request.Parameters[name] = text; break;
            case ConstantClass constant: request.Parameters[name] = constant.Value; break;
            case bool flag: request.Parameters[name] = flag ? "true" : "false"; break;
            case DateTime moment:
                request.Parameters[name] = moment.ToUniversalTime()
                    .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
                break;
            case IFormattable number: request.Parameters[name] = number.ToString(null, CultureInfo.InvariantCulture); break;
            case IEnumerable list: WriteList(request, name, list); break;
            default: WriteStructure(request, name + ".", value); break;
        }
    }

    private static void WriteList(DefaultRequest request, string name, IEnumerable list)
    {
        var count = 0;
        foreach (var item in list)
            Write(request, name + ".member." + (++count).ToString(CultureInfo.InvariantCulture), item);
        if (count == 0)
            request.Parameters[name] = "";
    }
}
