using CognitoPools.Account;
using CognitoPools.Sandbox;

namespace CognitoPools;

/// <summary>An AWS account as the cmdlets reach it: credentials, Region and endpoint, or the sandbox.</summary>
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

    /// <summary>The endpoint that replaces AWS's own, or null.</summary>
    public Uri? EndpointUrl => Connection.EndpointUrl;

    /// <summary>Whether it is the sandbox: an account in memory that never reaches AWS.</summary>
    public bool IsSandbox => Connection.IsSandbox;

    /// <summary>Requests a second by operation that are sent at most; an operation that is not listed has no limit.</summary>
    public IReadOnlyDictionary<string, double> RequestRates => Connection.RequestRates;

    internal AccountConnection Connection { get; }

    private int warnedOfPlainHttp;

    /// <summary>What to warn of, once: calls that anybody on the way can read. Null afterwards, and where nobody can.</summary>
    internal string? PlainHttpWarning() =>
        Connection.IsReadableOnTheWay && Interlocked.Exchange(ref warnedOfPlainHttp, 1) == 0
            ? $"The endpoint {EndpointUrl} is not encrypted: session tokens, login tokens and the credentials of sign-ins "
                + "can be read on the way to it. Use https."
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
