using System.Collections.Concurrent;
using Amazon;
using Amazon.CognitoIdentity;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace CognitoPools.Account;

/// <summary>A connection to an account: credentials, a default Region, and one client for each service and Region over
/// one HTTP connection pool. Thread-safe.</summary>
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

    // An id contains its Region, so a connection without a default Region can still make calls.
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

    /// <summary>The default Region: the first of the specified Region, that of the specified profile, AWS_REGION,
    /// AWS_DEFAULT_REGION, and that of the current profile in the config files. For a sandbox, the specified Region or
    /// us-east-1. Null if there is none.</summary>
    public string? DefaultRegion => settings.DefaultRegion;

    /// <summary>Whether the account is a sandbox in memory, so that AWS is never called.</summary>
    public bool IsSandbox => options.IsSandbox;

    /// <summary>The specified or configured address that receives identity-pool calls instead of AWS's endpoint; null
    /// for AWS's endpoint.</summary>
    public Uri? EndpointUrl { get; }

    /// <summary>Whether calls go to another host without encryption, so that session tokens, login tokens and
    /// credentials can be read in transit.</summary>
    internal bool IsReadableOnTheWay => EndpointUrl is { IsLoopback: false } endpoint
        && endpoint.Scheme == Uri.UriSchemeHttp
        && !string.Equals(endpoint.Host, Environment.MachineName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The profile that was specified by name.</summary>
    public string? ProfileName => options.ProfileName;

    /// <summary>Requests a second by operation of the identity pools. Other operations have no limit. The rates belong
    /// to the account and Region: all connections of the process share them, and the latest connection that sets a rate
    /// sets it for all.</summary>
    public IReadOnlyDictionary<string, double> RequestRates { get; }

    /// <summary>The clock of this connection's waits and time limits.</summary>
    public TimeProvider TimeProvider => options.TimeProvider;

    /// <summary>Finds credentials, Region and endpoint. Nothing is sent; the first call shows whether the credentials
    /// are valid.</summary>
    /// <param name="options">The user's options.</param>
    /// <exception cref="AccountException">Something is missing or wrong.</exception>
    /// <exception cref="InvalidSettingException">A request rate is not valid.</exception>
    public static AccountConnection Open(AccountOptions options)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        if (options.MaxAttempts < 1)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxAttempts, "The number of attempts must be at least 1.");
        return new AccountConnection(options);
    }

    /// <summary>An object that identifies the sandbox; null for an AWS account.</summary>
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
    /// <exception cref="AccountException">There is no default Region.</exception>
    public string RequireRegion() => DefaultRegion ?? throw new AccountException(AccountFault.NoRegion,
        "No AWS Region was specified, and neither the profile nor AWS_REGION contains one. Specify -Region, for example "
            + "'us-east-1', or set AWS_REGION. To try the module without an AWS account, run Connect-PoolAccount -Sandbox.");

    /// <summary>The identity-pools client of a Region, with retries.</summary>
    /// <param name="region">The Region's name.</param>
    /// <exception cref="AccountException">The name is not well formed.</exception>
    public IAmazonCognitoIdentity Cognito(string region) => CognitoClient("cognito-identity", region, retrying);

    /// <summary>The identity-pools client for calls that must not be repeated, such as CreateIdentityPool. Only
    /// throttled calls, which had no effect, are sent again.</summary>
    /// <param name="region">The Region's name.</param>
    /// <exception cref="AccountException">The name is not well formed.</exception>
    internal IAmazonCognitoIdentity CognitoWithoutRetry(string region) =>
        CognitoClient("cognito-identity once", region, refusalsOnly);

    /// <summary>The IAM client of a Region's partition.</summary>
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

    /// <summary>An STS client with other credentials, such as those of a sign-in. It uses this connection's endpoint,
    /// proxy and clock. Dispose of it.</summary>
    /// <param name="region">The Region's name.</param>
    /// <param name="credentials">The credentials to sign with; anonymous credentials for unsigned calls.</param>
    /// <exception cref="AccountException">The name is not well formed.</exception>
    internal IAmazonSecurityTokenService StsWith(string region, AWSCredentials credentials) =>
        AwsPipeline.Build(
            retrying,
            pacing: null,
            changes: null,
            () => new AmazonSecurityTokenServiceClient(
                credentials, Configure(new AmazonSecurityTokenServiceConfig(), Checked(region))));

    /// <summary>The owner of the credentials. STS is called once; the answer is cached.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AccountException">There is no Region to call, or there are no credentials.</exception>
    public Task<CallerIdentity> GetCallerAsync(CancellationToken cancellationToken) =>
        callers.GetAsync(() => DefaultRegion ?? calledRegion ?? RequireRegion(), cancellationToken);

    /// <summary>The account number, if it is optional: null if STS refuses or does not answer soon. STS is called once;
    /// the answer is cached. Call this method before calls that can run in parallel.</summary>
    /// <param name="region">The Region to call if there is no default Region.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal async Task<string?> FindAccountIdAsync(string region, CancellationToken cancellationToken) =>
        (await callers.FindAsync(DefaultRegion ?? region, cancellationToken).ConfigureAwait(false))?.Account;

    /// <summary>The account number, if it is known without a call.</summary>
    internal string? KnownAccountId => callers.Known?.Account;

    /// <summary>The ids of identity pools that this connection has received.</summary>
    internal KnownPools KnownPools { get; } = new();

    /// <summary>The roles that were recently created or changed through this connection.</summary>
    internal FreshRoles FreshRoles { get; }

    /// <summary>Increases with every call of this connection that changes something. Data that was read at another
    /// number may be out of date.</summary>
    internal long Changes => changes.Value;

    /// <summary>The limit for reading pools of a Region in parallel.</summary>
    /// <param name="region">The Region's name.</param>
    internal AdaptiveLimit PoolReads(string region) => limits.GetOrAdd(("cognito-identity", region), _ => new AdaptiveLimit());

    /// <summary>The limit for reading IAM roles in parallel.</summary>
    /// <param name="region">A Region of the partition.</param>
    internal AdaptiveLimit RoleReads(string region) =>
        limits.GetOrAdd(("iam", AwsRegion.IamHomeOf(region)), _ => new AdaptiveLimit());

    /// <summary>Whether requests of an operation are sent more slowly than the set rate, because the service throttled
    /// some.</summary>
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
