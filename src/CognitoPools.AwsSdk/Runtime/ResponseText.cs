using System.IO;
using System.Text;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime.StandIn;

/// <summary>Reads what an answer says outside its members.</summary>
internal static class ResponseText
{
    public static string Read(Stream stream)
    {
        using (var reader = new StreamReader(stream, Encoding.UTF8))
            return reader.ReadToEnd();
    }

    public static string Header(UnmarshallerContext context, string name) =>
        context.ResponseData.IsHeaderPresent(name) ? context.ResponseData.GetHeaderValue(name) : null;

    public static string RequestId(UnmarshallerContext context) =>
        Header(context, "x-amzn-RequestId") ?? Header(context, "x-amz-request-id");

    /// <summary>Error codes come as 'code', 'namespace#code' and 'code:http://...'.</summary>
    public static string BareCode(string code)
    {
        if (code == null)
            return null;
        var end = code.IndexOf(':');
        if (end >= 0)
            code = code.Substring(0, end);
        return code.Substring(code.LastIndexOf('#') + 1).Trim();
    }
}
