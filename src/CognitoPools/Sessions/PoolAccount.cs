using CognitoPools.Account;
using CognitoPools.Sandbox;

namespace CognitoPools;

/// <summary>An AWS account for the cmdlets: credentials, Region and endpoint, or the sandbox.</summary>
public sealed class PoolAccount
{
    internal PoolAccount(AccountConnection connection) => Connection = connection;

    /// <summary>The account's number, or null before the first answer of AWS.</summary>
    public string? AccountId { get; internal set; }

    /// <summary>The ARN of the caller, or null before the first answer of AWS.</summary>
    public string? CallerArn { get; internal set; }

    /// <summary>The default Region, or null when none is set.</summary>
    public string? Region => Connection.DefaultRegion;

    /// <summary>The profile that the credentials come from, or null.</summary>
    public string? ProfileName => Connection.ProfileName;

    /// <summary>The endpoint that replaces the AWS endpoint, or null.</summary>
    public Uri? EndpointUrl => Connection.EndpointUrl;

    /// <summary>Whether it is the sandbox: an account in memory that never reaches AWS.</summary>
    public bool IsSandbox => Connection.IsSandbox;

    /// <summary>The maximum number of requests per second by operation; an operation that is not listed has no limit.</summary>
    public IReadOnlyDictionary<string, double> RequestRates => Connection.RequestRates;

    internal AccountConnection Connection { get; }

    private int warnedOfPlainHttp;

    /// <summary>A warning if calls are not encrypted on the network. Null otherwise, and after the first time.</summary>
    internal string? PlainHttpWarning() =>
        Connection.IsReadableOnTheWay && Interlocked.Exchange(ref warnedOfPlainHttp, 1) == 0
            ? $"The connection to the endpoint {EndpointUrl} is not encrypted, so others on the network can read session tokens, "
                + "login tokens and the credentials of sign-ins. Use https."
            : null;

    // Not in the constructor: an AWS account must not load the sandbox's assembly.
    internal SandboxAccount? Sandbox { get; init; }

    /// <summary>The account of a connection, with its sandbox.</summary>
    internal static PoolAccount Of(AccountConnection connection) =>
        connection.IsSandbox ? OfSandbox(connection) : new PoolAccount(connection);

    // A separate method: jitting it loads the sandbox's assembly.
    private static PoolAccount OfSandbox(AccountConnection connection) =>
        new(connection) { Sandbox = connection.SandboxIdentity as SandboxAccount };

    /// <inheritdoc/>
    public override string ToString() => IsSandbox ? $"sandbox in {Region}" : $"{AccountId ?? "AWS"} in {Region ?? "no Region"}";
}
