using CognitoPools.Account;
using CognitoPools.Providers;
using CognitoPools.Sandbox.Server;
using CognitoPools.Sandbox.State;
using CognitoPools.Sandbox.Tokens;

namespace CognitoPools.Sandbox;

/// <summary>
/// An AWS account in memory. A message handler answers HTTP requests for Amazon Cognito identity pools, IAM and STS, so
/// that the real client, with its signing and its retries, runs against the account. Any access key is accepted. Each
/// Region has its own pools; IAM is global in its partition. Safe for use by many threads.
/// </summary>
public sealed class SandboxAccount
{
    private const string DefaultPartition = "aws";

    /// <summary>Creates an empty account.</summary>
    /// <param name="timeProvider">The clock that drives the sandbox's clock. The default is the system's clock.</param>
    public SandboxAccount(TimeProvider? timeProvider = null)
    {
        State = new AccountState(new SandboxClock(timeProvider ?? TimeProvider.System));
        Server = new SandboxServer(State);
    }

    /// <summary>The account id.</summary>
    public string AccountId => AccountState.AccountId;

    /// <summary>The sandbox's clock, which can be set. It determines creation dates, request rates, and when the IAM delay,
    /// tokens and sessions end.</summary>
    public SandboxClock Clock => State.Clock;

    /// <summary>Latency, request rates, IAM delay and faults.</summary>
    public SandboxSettings Settings => State.Settings;

    /// <summary>The last 2,000 calls that the account received, the oldest first.</summary>
    public IReadOnlyList<SandboxCall> Calls => Server.Log.Snapshot();

    /// <summary>The pools, roles, providers and settings of the account.</summary>
    internal AccountState State { get; }

    /// <summary>Answers calls, also those that another program receives on a socket.</summary>
    internal SandboxServer Server { get; }

    /// <summary>Creates a handler that answers from this account. Handlers are cheap, and disposing one has no effect.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(Server);

    /// <summary>Clears the list of calls.</summary>
    public void ClearCalls() => Server.Log.Clear();

    /// <summary>Empties the account: removes pools, roles, providers, sessions, calls and faults, and resets the settings and
    /// the clock.</summary>
    public void Reset()
    {
        State.Reset();
        Server.Reset();
    }

    /// <summary>Adds identities to a pool, as sign-ins would, at well over a million per second.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="count">The number of identities, at least 1.</param>
    /// <param name="provider">The login key of the provider that they signed in with, or null for guests.</param>
    /// <param name="creationDate">When they were created. The default is the current time of the sandbox's clock.</param>
    /// <param name="lastModifiedDate">When they last changed. The default is the creation date.</param>
    /// <param name="disabled">Whether they are disabled, so that HideDisabled leaves them out.</param>
    /// <returns>Their ids in the order of ListIdentities, computed when they are read.</returns>
    /// <exception cref="ArgumentException">The pool does not exist, the count is below 1, the provider's name is empty or
    /// longer than 128 characters, or the last change is earlier than the creation.</exception>
    public IReadOnlyList<string> AddIdentities(
        string identityPoolId,
        int count,
        string? provider = null,
        DateTimeOffset? creationDate = null,
        DateTimeOffset? lastModifiedDate = null,
        bool disabled = false)
    {
        if (identityPoolId is null)
            throw new ArgumentNullException(nameof(identityPoolId));
        if (count < 1)
            throw new ArgumentException("The number of identities must be at least 1.", nameof(count));
        if (provider is { Length: 0 or > 128 })
            throw new ArgumentException("A provider's name must have 1 to 128 characters; null stands for guests.", nameof(provider));
        var created = creationDate ?? Clock.GetUtcNow();
        var modified = lastModifiedDate ?? created;
        if (modified < created)
            throw new ArgumentException("The date of the last change must not be earlier than the creation date.", nameof(lastModifiedDate));
        return State.Pools.Of(identityPoolId)
            .AddIdentities(identityPoolId, count, provider is null ? [] : [provider], created, modified, disabled);
    }

    /// <summary>Creates a token of one of a pool's providers, as if a user had signed in there. Tokens of SAML providers,
    /// Facebook and Amazon have the same form; AWS expects base64 XML or opaque tokens for these.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="provider">The provider: its kind, key, id or issuer.</param>
    /// <param name="options">The content of the token. By default, the token is valid for the pool and for a new user.</param>
    /// <returns>The token, to send in Logins under the provider's login key.</returns>
    /// <exception cref="ArgumentException">
    /// The pool does not exist, it has no such provider, several app clients of one user pool are named, the provider is
    /// the developer provider or lists no audience, or a claim cannot be JSON.
    /// </exception>
    public string NewToken(string identityPoolId, string provider, SandboxTokenOptions? options = null)
    {
        var pool = State.Pools.Of(identityPoolId
            ?? throw new ArgumentNullException(nameof(identityPoolId))).Configured(identityPoolId);
        var found = ProviderForms.Find(pool.Providers, provider ?? throw new ArgumentNullException(nameof(provider)));
        if (found.Count == 0)
        {
            throw new ArgumentException(
                pool.Providers.Count == 0
                    ? $"Identity pool '{identityPoolId}' has no providers."
                    : $"Identity pool '{identityPoolId}' has no provider '{provider}'. Its providers are {string.Join(", ", pool.Providers)}.",
                nameof(provider));
        }
        if (found.Count > 1)
        {
            throw new ArgumentException(
                $"'{provider}' matches several providers of identity pool '{identityPoolId}'. Specify one of "
                    + $"{string.Join(", ", found.Select(one => one.RoleMappingKey ?? one.Name))}.",
                nameof(provider));
        }
        if (found[0].Type == ProviderType.Developer)
        {
            throw new ArgumentException(
                $"'{provider}' is the developer provider. Use GetOpenIdTokenForDeveloperIdentity to get a token for one of its users.",
                nameof(provider));
        }
        var partition = AwsPartition.FromRegion(pool.Region);
        return ProviderTokens.Write(
            found[0], ProviderTerms.Of(found[0], State.Iam.In(partition.Name)),
            options ?? new SandboxTokenOptions(), Clock.GetUtcNow(), State.ProviderKey);
    }

    /// <summary>Finds the secret of a temporary access key that this account issued, for a server that verifies signatures.
    /// Null for any other access key.</summary>
    /// <param name="accessKeyId">The access key.</param>
    public string? FindSecretKey(string accessKeyId) =>
        Sessions.IsSessionKey(accessKeyId ?? throw new ArgumentNullException(nameof(accessKeyId)))
            ? State.Sessions.SecretOf(accessKeyId)
            : null;

    /// <summary>Adds an OpenID Connect provider to IAM.</summary>
    /// <param name="url">Its issuer, with or without https://, or its ARN. A slash at the end is kept, as in IAM.</param>
    /// <param name="clientIds">The audiences that it is registered for. The default is 'sandbox'. Tokens for another
    /// audience are refused.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The issuer is empty, or the provider already exists.</exception>
    public string AddOpenIdConnectProvider(
        string url, IEnumerable<string>? clientIds = null, string partition = DefaultPartition) =>
        State.Iam.In(partition).AddOpenIdConnectProvider(url, clientIds ?? ["sandbox"], Clock.GetUtcNow());

    /// <summary>Adds a SAML provider to IAM.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="validUntil">When its metadata expires. The default is ten years from now.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the provider already exists.</exception>
    public string AddSamlProvider(string name, DateTimeOffset? validUntil = null, string partition = DefaultPartition) =>
        State.Iam.In(partition).AddSamlProvider(name, validUntil, Clock.GetUtcNow());

    /// <summary>Adds a role to IAM, or replaces the trust policy of an existing one. The trust policy is not checked as IAM
    /// checks it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="trustPolicy">Its trust policy as JSON.</param>
    /// <param name="path">The path of a new role.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <param name="permissionsBoundary">The ARN of the managed policy that becomes its permissions boundary; null
    /// leaves the boundary as it is.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the managed policy does not exist.</exception>
    public string PutRole(
        string name, string trustPolicy, string path = "/",
        string partition = DefaultPartition, string? permissionsBoundary = null) =>
        State.Iam.In(partition).PutRole(name, trustPolicy, path, permissionsBoundary, Clock.GetUtcNow());

    /// <summary>Adds a managed policy to IAM.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="document">Its JSON document.</param>
    /// <param name="awsManaged">Whether AWS owns it (arn:aws:iam::aws:policy/...) instead of the account.</param>
    /// <param name="path">Its path.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the policy already exists.</exception>
    public string AddManagedPolicy(
        string name, string document, bool awsManaged = false,
        string path = "/", string partition = DefaultPartition) =>
        State.Iam.In(partition).AddManagedPolicy(name, document, awsManaged, path, Clock.GetUtcNow());

    /// <summary>Adds an instance profile with a role. The role cannot be deleted then.</summary>
    /// <param name="roleName">The role's name.</param>
    /// <param name="profileName">The profile's name. The default is the role's name.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The role does not exist, or the profile already exists.</exception>
    public string AddInstanceProfile(string roleName, string? profileName = null, string partition = DefaultPartition) =>
        State.Iam.In(partition).AddInstanceProfile(roleName, profileName ?? roleName, Clock.GetUtcNow());
}
