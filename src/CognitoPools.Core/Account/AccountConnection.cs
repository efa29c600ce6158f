using System.Collections.Concurrent;
using Amazon;
using Amazon.CognitoIdentity;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace CognitoPools.Account;

/// <summary>An account to work in: credentials, a default Region, and one client per service and Region over one HTTP
/// connection pool. Thread-safe.</summary>
public sealed class AccountConnection : IDisposable
{
    private readonly AccountOptions options;
    private readonly AccountSettings settings;
    private readonly ConnectionHttpFactory http;
    private readonly PatientRetryPolicy retrying;
    private readonly PatientRetryPolicy refusalsOnly;
    private readonly ConcurrentDictionary<(string Service, string Region), Lazy<AmazonServiceClient>> clients = new();
    private readonly ConcurrentDictionary<(string Service, string Region), AdaptiveLimit> limits = new();
    private readonly ChangeCount changes = new();
    private readonly RequestPacing pacing;
    private readonly CallerLookup callers;

    // An id carries its Region, so a connection without a default one may still have calls.
    private volatile string? calledRegion;

    private AccountConnection(AccountOptions options)
    {
        this.options = options;
        settings = AccountSettings.Read(options);
        var probe = Configure(new AmazonCognitoIdentityConfig(), settings.DefaultRegion ?? AwsRegion.SandboxDefault);
        EndpointUrl = AccountSettings.ConfiguredEndpoint(probe);
        var rules = settings.MaxAttempts is { } attempts ? new RetryRules(attempts, attempts) : RetryRules.Default;
        retrying = new PatientRetryPolicy(rules, options.TimeProvider);
        refusalsOnly = new PatientRetryPolicy(rules with { TransientAttempts = 1 }, options.TimeProvider);
        http = new ConnectionHttpFactory(options);
        RequestRates = Account.RequestRates.Over(
            options.RequestRates, options.IsSandbox ? Account.RequestRates.None : Account.RequestRates.Quotas);
        FreshRoles = new FreshRoles(options.TimeProvider);
        callers = new CallerLookup(AskCallerAsync, options.TimeProvider);
        pacing = new RequestPacing(RequestRates, IsRateSet, options.TimeProvider, FindAccountAsync);
    }

    /// <summary>The Region for what does not name its own: the one given, else the named profile's, else AWS_REGION's
    /// or AWS_DEFAULT_REGION's, else that of the profile in effect in the config files; a sandbox's is us-east-1 unless
    /// given. Null when there is none.</summary>
    public string? DefaultRegion => settings.DefaultRegion;

    /// <summary>Whether an account in memory answers, and never AWS.</summary>
    public bool IsSandbox => options.IsSandbox;

    /// <summary>The address that identity-pool calls go to instead of AWS's endpoint, given or configured; null for
    /// AWS's own.</summary>
    public Uri? EndpointUrl { get; }

    /// <summary>Whether the calls go to another host without encryption: session tokens, login tokens and credentials
    /// can be read on the way.</summary>
    internal bool IsReadableOnTheWay => EndpointUrl is { IsLoopback: false } endpoint
        && endpoint.Scheme == Uri.UriSchemeHttp
        && !string.Equals(endpoint.Host, Environment.MachineName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The profile that was asked for by name.</summary>
    public string? ProfileName => options.ProfileName;

    /// <summary>Requests a second by operation of the identity pools; one that is not named has no limit. They belong
    /// to the account and Region: all connections of the process share them, and what the latest connection set holds
    /// for all.</summary>
    public IReadOnlyDictionary<string, double> RequestRates { get; }

    /// <summary>The clock of this connection's waits and time limits.</summary>
    public TimeProvider TimeProvider => options.TimeProvider;

    /// <summary>Finds credentials, Region and endpoint. Nothing is sent: whether the credentials are good shows at the
    /// first call.</summary>
    /// <param name="options">What the user said.</param>
    /// <exception cref="AccountException">Something is missing or wrong.</exception>
    /// <exception cref="InvalidSettingException">A request rate is wrong.</exception>
    public static AccountConnection Open(AccountOptions options)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        if (options.MaxAttempts < 1)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxAttempts, "A call is sent at least once.");
        return new AccountConnection(options);
    }

    /// <summary>What stands for the sandbox that answers; null for an account of AWS.</summary>
    internal object? SandboxIdentity => IsSandbox ? options.SandboxIdentity ?? this : null;

    /// <summary>A connection to the same account or sandbox with other credentials.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="region">The default Region; null for this connection's.</param>
    /// <param name="endpoint">The endpoint; null for this connection's.</param>
    /// <exception cref="AccountException">Something is wrong.</exception>
    internal AccountConnection With(AWSCredentials credentials, string? region, Uri? endpoint) => Open(options with
    {
        Credentials = credentials,
        Region = region ?? DefaultRegion,
        EndpointUrl = endpoint ?? options.EndpointUrl,
        SandboxIdentity = SandboxIdentity,
    });

    /// <summary>The default Region.</summary>
    /// <exception cref="AccountException">There is none.</exception>
    public string RequireRegion() => DefaultRegion ?? throw new AccountException(AccountFault.NoRegion,
        "No Region is known: none was given, and neither the profile nor AWS_REGION names one. Specify -Region, such as "
            + "'us-east-1', or set AWS_REGION. To try the module without an AWS account, run Connect-PoolAccount -Sandbox.");

    /// <summary>The identity-pools client of a Region, with retries.</summary>
    /// <param name="region">The Region's name.</param>
    /// <exception cref="AccountException">The name is not well formed.</exception>
    public IAmazonCognitoIdentity Cognito(string region) => CognitoClient("cognito-identity", region, retrying);

    /// <summary>The identity-pools client for what must not be done twice, such as CreateIdentityPool: only calls that
    /// the service refused for its request rate, and that so did nothing, are sent again.</summary>
    /// <param name="region">The Region's name.</param>
    /// <exception cref="AccountException">The name is not well formed.</exception>
    internal IAmazonCognitoIdentity CognitoWithoutRetry(string region) =>
        CognitoClient("cognito-identity once", region, refusalsOnly);

    /// <summary>The IAM client of the partition that a Region lies in.</summary>
    /// <param name="region">The Region's name.</param>
    /// <exception cref="AccountException">The name is not well formed.</exception>
    public IAmazonIdentityManagementService Iam(string region)
    {
        var home = AwsRegion.IamHomeOf(Checked(region));
        return (IAmazonIdentityManagementService)Client("iam", home, retrying, pacing: null,
            () => new AmazonIdentityManagementServiceClient(
                settings.Credentials, Configure(new AmazonIdentityManagementServiceConfig(), home)));
    }

    /// <summary>The STS client of a Region.</summary>
    /// <param name="region">The Region's name.</param>
    /// <exception cref="AccountException">The name is not well formed.</exception>
    public IAmazonSecurityTokenService Sts(
        string region) => (IAmazonSecurityTokenService)Client("sts", Checked(region), retrying, pacing: null,
        () => new AmazonSecurityTokenServiceClient(
            settings.Credentials, Configure(new AmazonSecurityTokenServiceConfig(), region)));

    /// <summary>An STS client with other credentials, such as those of a sign-in. It keeps to this connection's
    /// endpoint, proxy and clock; dispose of it.</summary>
    /// <param name="region">The Region's name.</param>
    /// <param name="credentials">The credentials to sign with; anonymous ones for what goes unsigned.</param>
    /// <exception cref="AccountException">The name is not well formed.</exception>
    internal IAmazonSecurityTokenService StsWith(string region, AWSCredentials credentials) =>
        AwsPipeline.Build(
            retrying,
            pacing: null,
            changes: null,
            () => new AmazonSecurityTokenServiceClient(
                credentials, Configure(new AmazonSecurityTokenServiceConfig(), Checked(region))));

    /// <summary>Whom the credentials stand for. Asked once, then remembered.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AccountException">There is no Region to ask in, or there are no credentials.</exception>
    public Task<CallerIdentity> GetCallerAsync(CancellationToken cancellationToken) =>
        callers.GetAsync(() => DefaultRegion ?? calledRegion ?? RequireRegion(), cancellationToken);

    /// <summary>The account's number for what can do without: null when STS refuses, or does not answer soon. Asked
    /// once, then remembered; call it before the calls that it may run beside.</summary>
    /// <param name="region">The Region to ask in where there is no default one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal async Task<string?> FindAccountIdAsync(string region, CancellationToken cancellationToken) =>
        (await callers.FindAsync(DefaultRegion ?? region, cancellationToken).ConfigureAwait(false))?.Account;

    /// <summary>The account's number, as far as it is known without a call.</summary>
    internal string? KnownAccountId => callers.Known?.Account;

    /// <summary>The ids that this connection saw to be identity pools'.</summary>
    internal KnownPools KnownPools { get; } = new();

    /// <summary>The roles that were created or changed through this connection a moment ago.</summary>
    internal FreshRoles FreshRoles { get; }

    /// <summary>Grows with every changing call of this connection: what was read at another number may be out of date.</summary>
    internal long Changes => changes.Value;

    /// <summary>How many pools of a Region are read side by side.</summary>
    /// <param name="region">The Region's name.</param>
    internal AdaptiveLimit PoolReads(string region) => limits.GetOrAdd(("cognito-identity", region), _ => new AdaptiveLimit());

    /// <summary>How many IAM roles are read side by side.</summary>
    /// <param name="region">A Region of the partition.</param>
    internal AdaptiveLimit RoleReads(string region) =>
        limits.GetOrAdd(("iam", AwsRegion.IamHomeOf(region)), _ => new AdaptiveLimit());

    /// <summary>Whether requests of an operation go out more slowly than is set, because the service refused some for
    /// their rate.</summary>
    /// <param name="region">The Region's name.</param>
    /// <param name="operation">The operation, such as <c>DeleteIdentities</c>.</param>
    internal bool IsThrottled(string region, string operation) =>
        pacing.Known(region, operation) is { } limiter && limiter.Rate < limiter.Limit;

    /// <summary>Closes the connections; the sandbox's handler is disposed of too.</summary>
    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            if (client.IsValueCreated)
                client.Value.Dispose();
        }
        http.Dispose();
    }

    private async Task<CallerIdentity> AskCallerAsync(string region, CancellationToken cancellationToken)
    {
        var answer = await Sts(region).GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)
            .ConfigureAwait(false);
        return new CallerIdentity(answer.Account, answer.Arn, answer.UserId ?? "");
    }

    private bool IsRateSet(string operation) =>
        options.RequestRates?.Keys.Contains(operation, StringComparer.OrdinalIgnoreCase) ?? false;

    private async Task<object> FindAccountAsync()
    {
        if (IsSandbox)
            return options.SandboxIdentity ?? this;
        var credentials = await settings.Credentials.GetCredentialsAsync().ConfigureAwait(false);
        return SharedLimiters.Account(AccessKeys.AccountOf(credentials.AccessKey));
    }

    private IAmazonCognitoIdentity CognitoClient(
        string key, string region,
        RetryPolicy policy) => (IAmazonCognitoIdentity)Client(key, Checked(region), policy, pacing,
        () =>
        {
            calledRegion ??= region;
            var client = new AmazonCognitoIdentityClient(
                settings.Credentials, Configure(new AmazonCognitoIdentityConfig(), region));
            client.AfterResponseEvent += (_, answered) => KnownPools.Note((answered as WebServiceResponseEventArgs)?.Response);
            return client;
        });

    private AmazonServiceClient Client(
        string service, string region, RetryPolicy policy,
        RequestPacing? pacing, Func<AmazonServiceClient> construct) =>
        clients.GetOrAdd(
            (service, region),
            _ => new Lazy<AmazonServiceClient>(() => AwsPipeline.Build(policy, pacing, changes, construct))).Value;

    private static string Checked(string region) => AwsRegion.Require(region, "Region");

    private TConfig Configure<TConfig>(TConfig config, string region)
        where TConfig : ClientConfig
    {
        config.HttpClientFactory = http;
        // The SDK would send a request again below the retry policy when its connection breaks, also one that must not
        // be done twice.
        config.MaxStaleConnectionRetries = 0;
        // With a ServiceURL, SDK clients need the Region to sign for set explicitly.
        config.AuthenticationRegion = region;
        if (settings.NamedProfile is { } profile)
            config.Profile = new Profile(profile.Name);
        if (IsSandbox)
        {
            config.IgnoreConfiguredEndpointUrls = true;
            config.UseDualstackEndpoint = false;
            config.UseFIPSEndpoint = false;
        }

        if (options.UseFips)
            config.UseFIPSEndpoint = true;
        // ServiceURL must not be read before this line: the SDK looks for AWS_ENDPOINT_URL once, and setting the Region
        // discards what it found.
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        if (options.EndpointUrl is { } endpoint)
            config.ServiceURL = endpoint.AbsoluteUri;
        return config;
    }
}
