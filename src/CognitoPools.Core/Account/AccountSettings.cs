using Amazon.CognitoIdentity;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Internal;

namespace CognitoPools.Account;

/// <summary>The settings from the options, the environment and the config files, read once when a connection is
/// opened.</summary>
internal sealed record AccountSettings
{
    private AccountSettings()
    {
    }

    public required AWSCredentials Credentials { get; init; }

    public string? DefaultRegion { get; init; }

    public CredentialProfile? NamedProfile { get; init; }

    public int? MaxAttempts { get; init; }

    /// <exception cref="AccountException">Something is missing or wrong.</exception>
    public static AccountSettings Read(AccountOptions options)
    {
        var region = options.Region is { } given ? AwsRegion.Require(given, "-Region") : null;
        if (options.EndpointUrl is { } endpoint)
            RequireHttp(endpoint, "-EndpointUrl");
        if (options is { EndpointUrl: not null, UseFips: true })
        {
            throw new AccountException(AccountFault.InvalidEndpoint,
                "-EndpointUrl cannot be combined with -UseFips, because a FIPS endpoint is an endpoint of AWS. "
                    + "Omit one of them.");
        }
        if (options.IsSandbox)
        {
            return new AccountSettings
            {
                Credentials = options.Credentials
                    ?? new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "the-sandbox-checks-no-secret"),
                DefaultRegion = region ?? AwsRegion.SandboxDefault,
                MaxAttempts = options.MaxAttempts,
            };
        }

        var profiles = new CredentialProfileStoreChain();
        var named = options.ProfileName is { } name ? Find(profiles, name, "-ProfileName") : null;
        var ambientName = DefaultAWSCredentialsIdentityResolver.GetProfileName();
        var ambient = named is null && profiles.TryGetProfile(ambientName, out var found) ? found : null;
        return new AccountSettings
        {
            Credentials = options.Credentials
                ?? CredentialSource.Find(profiles, named, ambient, ambientName, options.TimeProvider),
            DefaultRegion = region
                ?? RegionOf(named)
                ?? RegionFrom("AWS_REGION")
                ?? RegionFrom("AWS_DEFAULT_REGION")
                ?? RegionOf(ambient),
            NamedProfile = named,
            MaxAttempts = options.MaxAttempts ?? named?.MaxAttempts ?? FallbackInternalConfigurationFactory.MaxAttempts,
        };
    }

    /// <summary>The endpoint that the SDK reads from AWS_ENDPOINT_URL_COGNITO_IDENTITY, AWS_ENDPOINT_URL or the
    /// profile, if one of them contains it.</summary>
    /// <exception cref="AccountException">The configured value is not an address.</exception>
    public static Uri? ConfiguredEndpoint(AmazonCognitoIdentityConfig config)
    {
        if (config.ServiceURL is not { Length: > 0 } url)
            return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var endpoint))
            throw NotAnAddress(url, "AWS_ENDPOINT_URL or the profile's endpoint_url");
        RequireHttp(endpoint, "AWS_ENDPOINT_URL or the profile's endpoint_url");
        return endpoint;
    }

    private static CredentialProfile Find(CredentialProfileStoreChain profiles, string name, string source)
    {
        if (profiles.TryGetProfile(name, out var profile))
            return profile;
        var known = profiles.ListProfiles().Select(candidate => candidate.Name).Distinct(StringComparer.Ordinal).ToList();
        throw UnknownProfile(name, source, known);
    }

    private static AccountException UnknownProfile(
        string name, string source, List<string> known) => new(AccountFault.UnknownProfile,
        $"The profile '{ShownText.Value(name)}' ({source}) does not exist. "
        + (known.Count == 0
            ? "There are no profiles. Run 'aws configure' to create one."
            : $"{NearestMatch.Question(name, known)} Specify one of the existing profiles: {string.Join(", ", known)}.".TrimStart()));

    private static string? RegionOf(CredentialProfile? profile) =>
        profile?.Region is { } region ? AwsRegion.Require(region.SystemName, $"region of profile '{profile.Name}'") : null;

    private static string? RegionFrom(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } region ? AwsRegion.Require(region, variable) : null;

    private static void RequireHttp(Uri endpoint, string source)
    {
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
            throw NotAnAddress(endpoint.OriginalString, source);
    }

    private static AccountException NotAnAddress(string value, string source) => new(AccountFault.InvalidEndpoint,
        $"'{ShownText.Value(value)}' ({source}) is not a valid endpoint. Specify an absolute address that begins with https:// or "
            + "http://, such as 'http://localhost:4566'.");
}
