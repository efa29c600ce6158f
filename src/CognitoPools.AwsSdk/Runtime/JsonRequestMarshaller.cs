using System;
using System.Collections;
using System.IO;
using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime.StandIn;

/// <summary>Writes a request's members that are not null; an empty collection is a value and is sent.</summary>
internal sealed class JsonRequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private readonly string service;
    private readonly string target;
    private readonly string version;

    public JsonRequestMarshaller(string service, string target, string version)
    {
        this.service = service;
        this.target = target;
        this.version = version;
    }

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["X-Amz-Target"] = target;
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Api-Version"] = version;
        using (var stream = new MemoryStream())
        {
            using (var writer = new Utf8JsonWriter(stream))
                Write(writer, input);
            request.Content = stream.ToArray();
        }
        return request;
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text: writer.WriteStringValue(text); break;
            case ConstantClass constant: writer.WriteStringValue(constant.Value); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case DateTime moment: writer.WriteNumberValue(WireTypes.ToEpoch(moment)); break;
            case IDictionary map: WriteMap(writer, map); break;
            case IEnumerable list: WriteList(writer, list); break;
            default: WriteStructure(writer, value); break;
        }
    }

    private static void WriteStructure(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartObject();
        foreach (var member in WireMember.Of(value.GetType()))
        {
            if (!(member.Get(value) is { } set))
                continue;
            writer.WritePropertyName(member.Name);
            Write(writer, set);
        }
        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, IDictionary map)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            writer.WritePropertyName((string)entry.Key);
            WriteOrNull(writer, entry.Value);
        }
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable list)
    {
        writer.WriteStartArray();
        foreach (var item in list)
            WriteOrNull(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteOrNull(Utf8JsonWriter writer, object value)
    {
        if (value == null)
            writer.WriteNullValue();
        else
            Write(writer, value);
    }
}
