using System;
using System.Linq;
using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime.StandIn;

/// <summary>Reads an answer's members out of XML; those that the model does not know are passed over.</summary>
internal sealed class QueryAnswerReader<TResponse> : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly string operation;
    private readonly ServiceErrors errors;

    public QueryAnswerReader(string operation, ServiceErrors errors)
    {
        this.operation = operation;
        this.errors = errors;
    }

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var text = ResponseText.Read(context.Stream);
        var requestId = ResponseText.RequestId(context);
        // As the official clients: what is not XML is a bare XmlException, and any document that lacks the members is
        // an answer without them.
        var root = XDocument.Parse(text).Root;
        var response = new TResponse();
        if (Child(root, operation + "Result") is { } result)
            Fill(response, result);
        response.ResponseMetadata = new ResponseMetadata
        {
            RequestId = Value(Child(root, "ResponseMetadata"), "RequestId") ?? requestId,
        };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var text = ResponseText.Read(context.Stream);
        var requestId = ResponseText.RequestId(context);
        XElement root;
        try
        {
            root = XDocument.Parse(text).Root;
        }
        catch (XmlException)
        {
            return errors.MakeUnreadable(text, requestId, statusCode, innerException);
        }
        var error = root.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == "Error");
        if (error == null)
            return errors.MakeUnreadable(text, requestId, statusCode, innerException);
        return errors.Make(
            operation, Value(error, "Code"), Value(error, "Message"),
            Value(root, "RequestId") ?? requestId, statusCode, innerException);
    }

    private static XElement Child(XElement parent, string name) =>
        parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string Value(XElement parent, string name) => Child(parent, name)?.Value;

    private static object Fill(object target, XElement element)
    {
        foreach (var member in WireMember.Of(target.GetType()))
        {
            if (Child(element, member.Name) is { } value)
                member.Set(target, Read(member.Type, value));
        }
        return target;
    }

    private static object Read(Type declared, XElement value)
    {
        var type = WireTypes.Plain(declared);
        if (type == typeof(string))
            return value.Value;
        if (type == typeof(bool))
            return XmlConvert.ToBoolean(value.Value.Trim());
        if (type == typeof(int))
            return XmlConvert.ToInt32(value.Value.Trim());
        if (type == typeof(long))
            return XmlConvert.ToInt64(value.Value.Trim());
        if (type == typeof(DateTime))
            return WireTypes.FromText(value.Value);
        if (WireTypes.IsConstant(type))
            return WireTypes.Constant(type, value.Value);
        if (!WireTypes.IsList(type))
            return WireTypes.IsMap(type) ? ReadMap(type, value) : Fill(Activator.CreateInstance(type), value);

        var list = WireTypes.NewList(type);
        var element = WireTypes.ElementOf(type);
        foreach (var item in value.Elements())
            list.Add(Read(element, item));
        return list;
    }

    private static object ReadMap(Type type, XElement value)
    {
        var map = WireTypes.NewMap(type);
        var element = WireTypes.ElementOf(type);
        foreach (var entry in value.Elements())
        {
            if (Value(entry, "key") is { } key && Child(entry, "value") is { } item)
                map[key] = Read(element, item);
        }
        return map;
    }
}
