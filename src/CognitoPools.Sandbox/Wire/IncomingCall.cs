using System.Text.RegularExpressions;

namespace CognitoPools.Sandbox.Wire;

/// <summary>The parts of an HTTP request that identify the operation and the caller.</summary>
internal sealed record IncomingCall(string? Target, string Body, string? Region, string? AccessKeyId, string? SessionToken)
{
    public const string DefaultRegion = "us-east-1";

    private static readonly Regex Credential = new(@"Credential=([^/,\s]+)/\d{8}/([^/,\s]+)/", RegexOptions.CultureInvariant);
    private static readonly Regex RegionalHost = new(
        @"\A(?:cognito-identity|iam|sts)(?:-fips)?\.([a-z]+(?:-[a-z]+)+-\d+)\.", RegexOptions.CultureInvariant);

    public bool IsSigned => AccessKeyId is not null;

    public static async Task<IncomingCall> ReadAsync(HttpRequestMessage request)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync().ConfigureAwait(false);
        var target = request.Headers.TryGetValues("X-Amz-Target", out var targets) ? targets.FirstOrDefault() : null;
        var authorization = request.Headers.TryGetValues("Authorization", out var values) ? values.FirstOrDefault() : null;
        var sessionToken = request.Headers.TryGetValues("X-Amz-Security-Token", out var tokens) ? tokens.FirstOrDefault() : null;
        return From(target, body, request.RequestUri?.Host, authorization, sessionToken);
    }

    public static IncomingCall From(string? target, string body, string? hostName, string? authorization, string? sessionToken)
    {
        var credential = Credential.Match(authorization ?? "");
        var host = RegionalHost.Match(hostName ?? "");
        var region = host.Success ? host.Groups[1].Value : credential.Success ? credential.Groups[2].Value : null;
        return new IncomingCall(target, body, region, credential.Success ? credential.Groups[1].Value : null, sessionToken);
    }
}
