using System.Collections.Concurrent;
using CognitoPools.Sandbox.Http;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Pools;

namespace CognitoPools.Sandbox;

/// <summary>
/// An AWS account in memory. It answers HTTP requests for Amazon Cognito identity pools, IAM and STS from a message handler, so that the real client, its signing and its retries run
/// against it. Any access key is accepted. Every Region has pools of its own; IAM is global in its partition. Safe for use by many threads.
/// </summary>
public sealed class SandboxAccount
{
    private const string DefaultPartition = "aws";

    private readonly ConcurrentDictionary<string, PoolRegion> regions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IamStore> iam = new(StringComparer.Ordinal);

    /// <summary>Makes an empty account.</summary>
    /// <param name="timeProvider">What the sandbox's clock runs with; the system's by default.</param>
    public SandboxAccount(TimeProvider? timeProvider = null)
    {
        Clock = new SandboxClock(timeProvider ?? TimeProvider.System);
        Rates = new RateGate(Clock);
    }

    /// <summary>The account's number.</summary>
    public string AccountId { get; } = "123456789012";

    /// <summary>The sandbox's clock, which can be set: it dates what is created, fills the request rates and ends IAM's delay.</summary>
    public SandboxClock Clock { get; }

    /// <summary>Latency, request rates, IAM delay and faults.</summary>
    public SandboxSettings Settings { get; } = new();

    /// <summary>The calls received, oldest first: the last 2,000 at most.</summary>
    public IReadOnlyList<SandboxCall> Calls => Log.Snapshot();

    internal CallLog Log { get; } = new();

    internal RateGate Rates { get; }

    /// <summary>Makes a handler that answers from this account. Handlers are cheap; disposing one ends nothing.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(this);

    /// <summary>Forgets the calls received.</summary>
    public void ClearCalls() => Log.Clear();

    /// <summary>Empties the account: pools, roles, providers, calls, faults, settings and the clock's offset.</summary>
    public void Reset()
    {
        regions.Clear();
        iam.Clear();
        Settings.Reset();
        Clock.Reset();
        Rates.Reset();
        Log.Clear();
    }

    /// <summary>Adds identities to a pool, as sign-ins would: a million take well under a second.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="provider">The login key of the provider that they signed in with, or null for guests.</param>
    /// <param name="creationDate">When they were made; the sandbox's present by default.</param>
    /// <param name="lastModifiedDate">When they last changed; the creation date by default.</param>
    /// <param name="disabled">Whether they are disabled, so that HideDisabled leaves them out.</param>
    /// <returns>Their ids, in the order in which ListIdentities gives them; made when read.</returns>
    /// <exception cref="ArgumentException">There is no such pool, the count is below 1, the provider's name is empty or above 128 characters, or the dates are in the wrong order.</exception>
    public IReadOnlyList<string> AddIdentities(
        string identityPoolId, int count, string? provider = null, DateTimeOffset? creationDate = null, DateTimeOffset? lastModifiedDate = null, bool disabled = false)
    {
        if (identityPoolId is null) throw new ArgumentNullException(nameof(identityPoolId));
        if (count < 1) throw new ArgumentException("At least one identity must be added.", nameof(count));
        if (provider is { Length: 0 or > 128 }) throw new ArgumentException("A provider's name has 1 to 128 characters; null stands for guests.", nameof(provider));
        var created = creationDate ?? Clock.GetUtcNow();
        var modified = lastModifiedDate ?? created;
        if (modified < created) throw new ArgumentException("An identity cannot be changed before it was created.", nameof(lastModifiedDate));
        var region = identityPoolId.Split(':')[0];
        return regions.TryGetValue(region, out var pools)
            ? pools.AddIdentities(identityPoolId, count, provider is null ? [] : [provider], created, modified, disabled)
            : throw new ArgumentException($"The sandbox has no identity pool '{identityPoolId}'.", nameof(identityPoolId));
    }

    /// <summary>Adds an OpenID Connect provider to IAM.</summary>
    /// <param name="url">Its issuer, with or without https://.</param>
    /// <param name="clientIds">The audiences that it is registered for.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The issuer is empty, or there is one of that name.</exception>
    public string AddOpenIdConnectProvider(string url, IEnumerable<string>? clientIds = null, string partition = DefaultPartition) =>
        Iam(partition).AddOpenIdConnectProvider(url, clientIds ?? [], Clock.GetUtcNow());

    /// <summary>Adds a SAML provider to IAM.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="validUntil">When its metadata ends; ten years from now by default.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The name is empty, or there is one of that name.</exception>
    public string AddSamlProvider(string name, DateTimeOffset? validUntil = null, string partition = DefaultPartition) =>
        Iam(partition).AddSamlProvider(name, validUntil, Clock.GetUtcNow());

    /// <summary>Adds a role to IAM, or replaces the trust policy of one that is there, as somebody else may have done: IAM's checks of trust policies are left out.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="trustPolicy">Its trust policy as JSON.</param>
    /// <param name="path">The path of a new one.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string PutRole(string name, string trustPolicy, string path = "/", string partition = DefaultPartition) =>
        Iam(partition).PutRole(name, trustPolicy, path, Clock.GetUtcNow());

    /// <summary>Adds a managed policy to IAM.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="document">Its JSON document.</param>
    /// <param name="awsManaged">Whether AWS owns it (arn:aws:iam::aws:policy/...) instead of the account.</param>
    /// <param name="path">Its path.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">The name is empty, or there is one of that name.</exception>
    public string AddManagedPolicy(string name, string document, bool awsManaged = false, string path = "/", string partition = DefaultPartition) =>
        Iam(partition).AddManagedPolicy(name, document, awsManaged, path, Clock.GetUtcNow());

    /// <summary>Adds an instance profile that holds a role, which keeps the role from being deleted.</summary>
    /// <param name="roleName">The role's name.</param>
    /// <param name="profileName">The profile's name; the role's by default.</param>
    /// <param name="partition">The AWS partition: aws, aws-cn or aws-us-gov.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="ArgumentException">There is no such role, or there is a profile of that name.</exception>
    public string AddInstanceProfile(string roleName, string? profileName = null, string partition = DefaultPartition) =>
        Iam(partition).AddInstanceProfile(roleName, profileName ?? roleName, Clock.GetUtcNow());

    internal PoolRegion Pools(string region) => regions.GetOrAdd(region, name => new PoolRegion(name));

    internal IamStore Iam(string partition) => iam.GetOrAdd(partition, name => new IamStore(name, AccountId));
}
