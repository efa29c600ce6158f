using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CognitoPools.Emulator.Signing;

/// <summary>Computes Signature Version 4.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html</remarks>
internal static class SignatureV4
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private static readonly Regex Spaces = new(" +", RegexOptions.CultureInvariant);

    /// <summary>The signature, in hexadecimal digits.</summary>
    /// <param name="request">The request.</param>
    /// <param name="signedHeaders">The names of the headers that are signed, in the order of the signature.</param>
    /// <param name="timestamp">When it was signed, as yyyyMMddTHHmmssZ.</param>
    /// <param name="scope">The scope of the signature.</param>
    /// <param name="secretKey">The secret access key.</param>
    public static string Sign(
        SignedRequest request, IReadOnlyList<string> signedHeaders,
        string timestamp, CredentialScope scope, string secretKey)
    {
        var text = $"{Algorithm}\n{timestamp}\n{scope}\n{Hex(SHA256.HashData(Bytes(CanonicalRequest(request, signedHeaders))))}";
        var key = Bytes("AWS4" + secretKey);
        foreach (var part in new[] { scope.Date, scope.Region, scope.Service, scope.Terminator })
            key = HMACSHA256.HashData(key, Bytes(part));
        return Hex(HMACSHA256.HashData(key, Bytes(text)));
    }

    /// <summary>The request in the canonical form that both sides hash. The body is hashed as it arrived, regardless of
    /// x-amz-content-sha256.</summary>
    public static string CanonicalRequest(SignedRequest request, IReadOnlyList<string> signedHeaders)
    {
        var query = request.Target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? request.Target : request.Target[..query];
        var headers = string.Concat(
            signedHeaders.Select(name => $"{name}:{Spaces.Replace((request.Header(name) ?? "").Trim(), " ")}\n"));
        return string.Join(
            '\n',
            request.Method,
            // Every service but S3 encodes the path a second time.
            string.Join('/', path.Split('/').Select(Uri.EscapeDataString)),
            query < 0 ? "" : CanonicalQuery(request.Target[(query + 1)..]),
            headers,
            string.Join(';', signedHeaders),
            Hex(SHA256.HashData(request.Body.Span)));
    }

    private static string CanonicalQuery(string query)
    {
        var fields = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2))
            .Select(field => (Name: Encoded(field[0]), Value: field.Length == 2 ? Encoded(field[1]) : ""))
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ThenBy(field => field.Value, StringComparer.Ordinal);
        return string.Join('&', fields.Select(field => $"{field.Name}={field.Value}"));
    }

    private static string Encoded(string part) => Uri.EscapeDataString(Uri.UnescapeDataString(part));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
