using CognitoPools.Account;
using CognitoPools.Providers;
using CognitoPools.Sandbox.Server;
using CognitoPools.Sandbox.State;
using CognitoPools.Sandbox.Tokens;

namespace CognitoPools.Sandbox;

/// <summary>
/// An AWS account in memory. It answers HTTP requests for Amazon Cognito identity pools, IAM and STS from a message
/// handler, so that the real client, its signing and its retries run against it. Any access key is accepted. Every
/// Region has pools of its own; IAM is global in its partition. Safe for use by many threads.
/// </summary>
public sealed class SandboxAccount
{
    private const string DefaultPartition = "aws";

    /// <summary>Makes an empty account.</summary>
    /// <param name="timeProvider">What the sandbox's clock runs with; the system's by default.</param>
    public SandboxAccount(TimeProvider? timeProvider = null)
    {
        State = new AccountState(new SandboxClock(timeProvider ?? TimeProvider.System));
        Server = new SandboxServer(State);
    }

    /// <summary>The account's number.</summary>
    public string AccountId => AccountState.AccountId;

    /// <summary>The sandbox's clock, which can be set: it dates what is created, fills the request rates and ends IAM's
    /// delay, tokens and sessions.</summary>
    public SandboxClock Clock => State.Clock;

    /// <summary>Latency, request rates, IAM delay and faults.</summary>
    public SandboxSettings Settings => State.Settings;

    /// <summary>The calls received, oldest first: the last 2,000 at most.</summary>
    public IReadOnlyList<SandboxCall> Calls => Server.Log.Snapshot();

    /// <summary>What the account holds.</summary>
    internal AccountState State { get; }

    /// <summary>Answers the calls, for whoever receives them on a socket.</summary>
    internal SandboxServer Server { get; }

    /// <summary>Makes a handler that answers from this account. Handlers are cheap; disposing one ends nothing.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(Server);

    /// <summary>Forgets the calls received.</summary>
    public void ClearCalls() => Server.Log.Clear();

    /// <summary>Empties the account: pools, roles, providers, sessions, calls, faults, settings and the clock's offset.</summary>
    public void Reset()
    {
        State.Reset();
        Server.Reset();
    }

    /// <summary>Adds identities to a pool, as sign-ins would: a million take well under a second.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="provider">The login key of the provider that they signed in with, or null for guests.</param>
    /// <param name="creationDate">When they were made; the sandbox's present by default.</param>
    /// <param name="lastModifiedDate">When they last changed; the creation date by default.</param>
    /// <param name="disabled">Whether they are disabled, so that HideDisabled leaves them out.</param>
    /// <returns>Their ids, in the order in which ListIdentities gives them; made when read.</returns>
    /// <exception cref="ArgumentException">There is no such pool, the count is below 1, the provider's name is empty or
    /// above 128 characters, or the dates are in the wrong order.</exception>
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
            throw new ArgumentException("At least one identity must be added.", nameof(count));
        if (provider is { Length: 0 or > 128 })
            throw new ArgumentException("A provider's name has 1 to 128 characters; null stands for guests.", nameof(provider));
        var created = creationDate ?? Clock.GetUtcNow();
        var modified = lastModifiedDate ?? created;
        if (modified < created)
            throw new ArgumentException("An identity cannot be changed before it was created.", nameof(lastModifiedDate));
        return State.Pools.Of(identityPoolId)
            .AddIdentities(identityPoolId, count, provider is null ? [] : [provider], created, modified, disabled);
    }

    /// <summary>Makes a token of one of a pool's providers, as if a user had signed in there. SAML providers' are such
    /// tokens too, where AWS takes base64 XML, and so are Facebook's and Amazon's.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="provider">The provider in any form: a key, an id, an issuer, its kind.</param>
    /// <param name="options">What the token says; by default it is a new user's and right for the pool.</param>
    /// <returns>The token, to be sent in Logins under the provider's login key. It is a secret like any other.</returns>
    /// <exception cref="ArgumentException">
    /// There is no such pool, it has no such provider, several app clients of one user pool are named, the provider is
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
                $"The identity pool '{identityPoolId}' has no provider '{provider}'. It has "
                    + $"{(pool.Providers.Count == 0 ? "none" : string.Join(", ", pool.Providers))}.",
                nameof(provider));
        }
        if (found.Count > 1)
        {
            throw new ArgumentException(
                $"'{provider}' names several providers of the identity pool '{identityPoolId}'. Name one of "
                    + $"{string.Join(", ", found.Select(one => one.RoleMappingKey ?? one.Name))}.",
                nameof(provider));
        }
        if (found[0].Type == ProviderType.Developer)
        {
            throw new ArgumentException(
                $"'{provider}' is the developer provider, whose tokens come from GetOpenIdTokenForDeveloperIdentity.",
                nameof(provider));
        }
        var partition = AwsPartition.FromRegion(pool.Region);
        return ProviderTokens.Write(
            found[0], ProviderTerms.Of(found[0], State.Iam.In(partition.Name)),
            options ?? new SandboxTokenOptions(), Clock.GetUtcNow(), State.ProviderKey);
    }

    /// <summary>The secret of a temporary access key that this account handed out, for a server that verifies
    /// signatures; null for any other access key.</summary>
    /// <param name="accessKeyId">The access key.</param>
    public string? FindSecretKey(string accessKeyId) =>
        Sessions.IsSessionKey(accessKeyId ?? throw new ArgumentNullException(nameof(accessKeyId)))
            ? State.Sessions.SecretOf(accessKeyId)
            : null;

    /// <summary>Adds an OpenID Connect provider to IAM.</summary>
    /// <param name="url">Its issuer, with or without https://, or its ARN. A slash at the end stays, as in IAM.</param>
    /// <param name="clientIds">The audiences that it is registered for; 'sandbox' by default. Tokens for another
    /// audience are refused.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The issuer is empty, or there is one of that name.</exception>
    public string AddOpenIdConnectProvider(
        string url, IEnumerable<string>? clientIds = null, string partition = DefaultPartition) =>
        State.Iam.In(partition).AddOpenIdConnectProvider(url, clientIds ?? ["sandbox"], Clock.GetUtcNow());

    /// <summary>Adds a SAML provider to IAM.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="validUntil">When its metadata ends; ten years from now by default.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The name is empty, or there is one of that name.</exception>
    public string AddSamlProvider(string name, DateTimeOffset? validUntil = null, string partition = DefaultPartition) =>
        State.Iam.In(partition).AddSamlProvider(name, validUntil, Clock.GetUtcNow());

    /// <summary>Adds a role to IAM, or replaces the trust policy of one that is there, as somebody else may have done:
    /// IAM's checks of trust policies are left out.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="trustPolicy">Its trust policy as JSON.</param>
    /// <param name="path">The path of a new one.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <param name="permissionsBoundary">The ARN of the managed policy that becomes its permissions boundary; null
    /// leaves the boundary as it is.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The name is empty, or there is no such managed policy.</exception>
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
    /// <exception cref="ArgumentException">The name is empty, or there is one of that name.</exception>
    public string AddManagedPolicy(
        string name, string document, bool awsManaged = false,
        string path = "/", string partition = DefaultPartition) =>
        State.Iam.In(partition).AddManagedPolicy(name, document, awsManaged, path, Clock.GetUtcNow());

    /// <summary>Adds an instance profile that holds a role, which keeps the role from being deleted.</summary>
    /// <param name="roleName">The role's name.</param>
    /// <param name="profileName">The profile's name; the role's by default.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">There is no such role, or there is a profile of that name.</exception>
    public string AddInstanceProfile(string roleName, string? profileName = null, string partition = DefaultPartition) =>
        State.Iam.In(partition).AddInstanceProfile(roleName, profileName ?? roleName, Clock.GetUtcNow());
}
