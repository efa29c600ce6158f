using System;
using System.Net;
using System.Text.Json;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime.StandIn;

/// <summary>Reads an answer's members; those that the model does not know are passed over.</summary>
internal sealed class JsonAnswerReader<TResponse> : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly string operation;
    private readonly ServiceErrors errors;

    public JsonAnswerReader(string operation, ServiceErrors errors)
    {
        this.operation = operation;
        this.errors = errors;
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var text = ResponseText.Read(context.Stream);
        var requestId = ResponseText.RequestId(context);
        var response = new TResponse();
        try
        {
            // As the official clients: the body of an operation that answers nothing is not looked at, and an empty one
            // holds nothing.
            if (text.Length > 0 && WireMember.Of(typeof(TResponse)).Length > 0)
            {
                using (var document = JsonDocument.Parse(text))
                    Fill(response, document.RootElement);
            }
        }
        catch (Exception exception) when (exception is JsonException
            || exception is InvalidOperationException
            || exception is FormatException)
        {
            throw new AmazonUnmarshallingException(requestId, null, text, exception, context.ResponseData.StatusCode);
        }
        response.ResponseMetadata = new ResponseMetadata { RequestId = requestId };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var text = ResponseText.Read(context.Stream);
        var requestId = ResponseText.RequestId(context);
        var code = ResponseText.BareCode(ResponseText.Header(context, "x-amzn-ErrorType"));
        var message = ResponseText.Header(context, "x-amzn-error-message");
        try
        {
            using (var document = JsonDocument.Parse(text))
            {
                var root = document.RootElement;
                code = code ?? ResponseText.BareCode(Text(root, "__type") ?? Text(root, "code"));
                message = Text(root, "message") ?? Text(root, "Message") ?? message;
            }
        }
        catch (Exception exception) when (exception is JsonException || exception is InvalidOperationException)
        {
            if (code == null)
                return errors.MakeUnreadable(text, requestId, statusCode, innerException);
        }
        return errors.Make(operation, code, message, requestId, statusCode, innerException);
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static object Fill(object target, JsonElement element)
    {
        foreach (var member in WireMember.Of(target.GetType()))
        {
            if (element.TryGetProperty(member.Name, out var value) && value.ValueKind != JsonValueKind.Null)
                member.Set(target, Read(member.Type, value));
        }
        return target;
    }

    private static object Read(Type declared, JsonElement value)
    {
        var type = WireTypes.Plain(declared);
        if (type == typeof(string))
            return value.GetString();
        if (type == typeof(bool))
            return value.GetBoolean();
        if (type == typeof(int))
            return value.GetInt32();
        if (type == typeof(long))
            return value.GetInt64();
        if (type == typeof(DateTime))
            return Moment(value);
        if (WireTypes.IsConstant(type))
            return WireTypes.Constant(type, value.GetString());
        if (WireTypes.IsList(type))
            return ReadList(type, value);
        return WireTypes.IsMap(type) ? ReadMap(type, value) : Fill(Activator.CreateInstance(type), value);
    }

    private static object ReadList(Type type, JsonElement value)
    {
        var list = WireTypes.NewList(type);
        var element = WireTypes.ElementOf(type);
        foreach (var item in value.EnumerateArray())
            list.Add(item.ValueKind == JsonValueKind.Null ? null : Read(element, item));
        return list;
    }

    private static object ReadMap(Type type, JsonElement value)
    {
        var map = WireTypes.NewMap(type);
        var element = WireTypes.ElementOf(type);
        foreach (var entry in value.EnumerateObject())
        {
            if (entry.Value.ValueKind != JsonValueKind.Null)
                map[entry.Name] = Read(element, entry.Value);
        }
        return map;
    }

    private static DateTime Moment(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? WireTypes.FromEpoch(value.GetDouble())
        : WireTypes.FromText(value.GetString());
}
