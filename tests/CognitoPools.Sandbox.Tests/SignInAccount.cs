using Amazon;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Sandbox.Tests;

/// <summary>A sandbox with a pool to sign in to, and the SDK's clients for it: one with credentials, one without.</summary>
internal sealed class SignInAccount : IDisposable
{
    public const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI";
    public const string Google = "accounts.google.com";
    public const string Facebook = "graph.facebook.com";
    public const string Developer = "login.example.app";
    public const string CognitoKey = "cognito-identity.amazonaws.com";

    public static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private readonly List<IDisposable> clients = [];

    public SignInAccount()
    {
        Sandbox = new SandboxAccount(new FakeTimeProvider(Now));
        OpenIdConnect = Sandbox.AddOpenIdConnectProvider("https://login.example.com/tenant", ["app-1", "app-2"]);
        Saml = Sandbox.AddSamlProvider("Corporate");
        Admin = Client(new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "sandbox"));
        App = Client(new AnonymousAWSCredentials());
    }

    public SandboxAccount Sandbox { get; }

    public string OpenIdConnect { get; }

    public string Saml { get; }

    public AmazonCognitoIdentityClient Admin { get; }

    public AmazonCognitoIdentityClient App { get; }

    public void Dispose() => clients.ForEach(client => client.Dispose());

    public AmazonSecurityTokenServiceClient Sts(AWSCredentials? credentials = null) =>
        Kept(new AmazonSecurityTokenServiceClient(
            credentials ?? new AnonymousAWSCredentials(), Configured(new AmazonSecurityTokenServiceConfig())));

    public AmazonCognitoIdentityClient Client(AWSCredentials credentials) =>
        Kept(new AmazonCognitoIdentityClient(credentials, Configured(new AmazonCognitoIdentityConfig())));

    /// <summary>A pool with guests, every kind of provider that the tests sign in with, and both roles.</summary>
    public async Task<string> PoolAsync(Action<CreateIdentityPoolRequest>? change = null)
    {
        var request = new CreateIdentityPoolRequest
        {
            IdentityPoolName = "pool",
            AllowUnauthenticatedIdentities = true,
            CognitoIdentityProviders =
            [
                new() { ProviderName = UserPool, ClientId = "web" },
                new() { ProviderName = UserPool, ClientId = "phone" },
            ],
            SupportedLoginProviders = new()
            {
                [Google] = "1.apps.googleusercontent.com",
                [Facebook] = "1234567890",
                ["www.amazon.com"] = "amzn1.application.1",
                ["api.twitter.com"] = "key;secret",
            },
            OpenIdConnectProviderARNs = [OpenIdConnect],
            SamlProviderARNs = [Saml],
            DeveloperProviderName = Developer,
        };
        change?.Invoke(request);
        var pool = (await Admin.CreateIdentityPoolAsync(request)).IdentityPoolId;
        await SetRolesAsync(pool);
        return pool;
    }

    /// <summary>Sets both roles, made if they are not there, and mappings.</summary>
    public Task SetRolesAsync(
        string pool,
        Dictionary<string, RoleMapping>? mappings = null) => Admin.SetIdentityPoolRolesAsync(new SetIdentityPoolRolesRequest
        {
            IdentityPoolId = pool,
            Roles = new() { ["authenticated"] = Role("user", pool), ["unauthenticated"] = Role("guest", pool, "unauthenticated") },
            RoleMappings = mappings,
        });

    public string Role(string name, string pool, string amr = "authenticated") =>
        Sandbox.PutRole(name, Trust.For(pool, amr), "/service-role/");

    public string Token(
        string pool, string provider, string subject, Func<SandboxTokenOptions, SandboxTokenOptions>? change = null)
    {
        var options = new SandboxTokenOptions { Subject = subject };
        return Sandbox.NewToken(pool, provider, change is null ? options : change(options));
    }

    /// <summary>A user's login with one provider.</summary>
    public Dictionary<string, string> Login(
        string pool, string provider, string subject, Func<SandboxTokenOptions, SandboxTokenOptions>? change = null) =>
        new() { [provider] = Token(pool, provider, subject, change) };

    public async Task<string> IdAsync(string pool, Dictionary<string, string>? logins = null) =>
        (await App.GetIdAsync(new GetIdRequest { IdentityPoolId = pool, Logins = logins })).IdentityId;

    public Task<GetCredentialsForIdentityResponse> CredentialsAsync(
        string identity, Dictionary<string, string>? logins = null, string? customRole = null) =>
        App.GetCredentialsForIdentityAsync(new GetCredentialsForIdentityRequest
        {
            IdentityId = identity,
            Logins = logins,
            CustomRoleArn = customRole,
        });

    /// <summary>Signs in in the enhanced flow and gives the name of the role, as STS says it.</summary>
    public async Task<string> RoleOfAsync(string pool, Dictionary<string, string>? logins = null, string? customRole = null)
    {
        var answer = await CredentialsAsync(await IdAsync(pool, logins), logins, customRole);
        return (await Sts(answer.Credentials).GetCallerIdentityAsync(new())).Arn.Split('/')[1];
    }

    public async Task<GetOpenIdTokenResponse> OpenIdTokenAsync(string identity, Dictionary<string, string>? logins = null) =>
        await App.GetOpenIdTokenAsync(new GetOpenIdTokenRequest { IdentityId = identity, Logins = logins });

    public Task<GetOpenIdTokenForDeveloperIdentityResponse> DeveloperTokenAsync(
        string pool, string user, Action<GetOpenIdTokenForDeveloperIdentityRequest>? change = null)
    {
        var request = new GetOpenIdTokenForDeveloperIdentityRequest
        {
            IdentityPoolId = pool,
            Logins = new() { [Developer] = user },
        };
        change?.Invoke(request);
        return Admin.GetOpenIdTokenForDeveloperIdentityAsync(request);
    }

    public async Task<DescribeIdentityResponse> DescribeAsync(string identity) =>
        await Admin.DescribeIdentityAsync(new DescribeIdentityRequest { IdentityId = identity });

    /// <summary>The ids of a pool, disabled identities included or not.</summary>
    public async Task<List<string>> ListAsync(string pool, bool hideDisabled = false) =>
        [.. (await Admin.ListIdentitiesAsync(new ListIdentitiesRequest
        {
            IdentityPoolId = pool,
            MaxResults = 60,
            HideDisabled = hideDisabled,
        })).Identities.Select(identity =>
            identity.IdentityId)];

    private T Kept<T>(T client)
        where T : IDisposable
    {
        clients.Add(client);
        return client;
    }

    private T Configured<T>(T config)
        where T : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.USEast1;
        config.MaxErrorRetry = 0;
        config.HttpClientFactory = new SandboxClients(Sandbox);
        return config;
    }

    private sealed class SandboxClients(SandboxAccount account) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(account.CreateHandler());

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override string GetConfigUniqueString(IClientConfig clientConfig) => "sandbox";
    }
}
