using System.Net;

namespace CognitoPools.Account;

/// <summary>
/// The proxy in HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY (lower case first, as in curl), read when the
/// connection is opened. .NET reads these variables once per process, and .NET Framework never.
/// </summary>
internal sealed class EnvironmentProxy : IWebProxy
{
    private readonly Uri? http;
    private readonly Uri? https;
    private readonly string[] exceptions;

    private EnvironmentProxy(Uri? http, Uri? https, string[] exceptions) =>
        (this.http, this.https, this.exceptions) = (http, https, exceptions);

    public ICredentials? Credentials { get; set; }

    /// <summary>The proxy in the variables, or null if there is none.</summary>
    public static EnvironmentProxy? Read(Func<string, string?> variable)
    {
        string? Either(string name) => NonEmpty(variable(name.ToLowerInvariant())) ?? NonEmpty(variable(name));

        var any = Either("ALL_PROXY");
        var http = Parse(Either("HTTP_PROXY") ?? any);
        var https = Parse(Either("HTTPS_PROXY") ?? any);
        if (http is null && https is null)
            return null;
        var exceptions = (Either("NO_PROXY") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return new EnvironmentProxy(http, https, exceptions) { Credentials = CredentialsOf(https) ?? CredentialsOf(http) };
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : ProxyFor(destination);

    public bool IsBypassed(Uri host) =>
        ProxyFor(host) is null || host.IsLoopback || exceptions.Any(exception => Matches(host.Host, exception));

    private Uri? ProxyFor(Uri destination) => destination.Scheme == Uri.UriSchemeHttps ? https : http;

    private static bool Matches(string host, string exception)
    {
        if (exception == "*")
            return true;
        var domain = exception.TrimStart('*').TrimStart('.');
        return host.Equals(domain, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
    }

    private static Uri? Parse(string? value)
    {
        if (value is null)
            return null;
        return Uri.TryCreate(
            value.IndexOf("://", StringComparison.Ordinal) >= 0 ? value : "http://" + value,
            UriKind.Absolute, out var proxy)
            ? proxy
            : null;
    }

    private static ICredentials? CredentialsOf(Uri? proxy)
    {
        if (proxy is null || proxy.UserInfo.Length == 0)
            return null;
        var parts = proxy.UserInfo.Split([':'], 2);
        return new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "");
    }

    private static string? NonEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();
}
