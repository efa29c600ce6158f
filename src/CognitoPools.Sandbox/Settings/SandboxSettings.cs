using System.Collections.Immutable;
using CognitoPools.Sandbox.Settings;

namespace CognitoPools.Sandbox;

/// <summary>How the sandbox behaves. Every member may be changed at any time from any thread.</summary>
public sealed class SandboxSettings
{
    /// <summary>The longest latency, IAM delay and delay of a fault: timers cannot wait much longer.</summary>
    public static readonly TimeSpan LongestSpan = TimeSpan.FromDays(24);

    /// <summary>The lowest request rate: one call in about 17 minutes.</summary>
    public const double LeastRate = 0.001;

    /// <summary>The highest request rate.</summary>
    public const double MostRate = 1_000_000;

    private readonly FaultPlan faults = new();
    private long latency;
    private long iamDelay;
    private ImmutableDictionary<string, double> requestRates = NoRates;

    internal SandboxSettings()
    {
    }

    /// <summary>How long every answer takes at least; none by default. Waited by the underlying clock, not the
    /// sandbox's own.</summary>
    public TimeSpan Latency
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref latency));
        set => Interlocked.Exchange(ref latency, InRange(value).Ticks);
    }

    /// <summary>How long a new role, or one whose trust policy changed, stays unusable for SetIdentityPoolRoles and for
    /// sign-ins; none by default (AWS: up to about 30 s).</summary>
    public TimeSpan IamDelay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref iamDelay));
        set => Interlocked.Exchange(ref iamDelay, InRange(value).Ticks);
    }

    /// <summary>
    /// Requests a second by operation, for each Region on its own, such as ListIdentities 5 and DeleteIdentities 10. An
    /// operation that is not named is unlimited, as all are by default. A burst of one second's requests (at least one)
    /// is allowed; what exceeds the rate, by the sandbox's clock, gets the service's throttling error.
    /// </summary>
    /// <exception cref="ArgumentException">An operation is not one of <see cref="Operations"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is below <see cref="LeastRate"/> or above
    /// <see cref="MostRate"/>.</exception>
    public IReadOnlyDictionary<string, double> RequestRates
    {
        get => Volatile.Read(ref requestRates);
        set
        {
            if (value is null)
                throw new ArgumentNullException(nameof(value));
            foreach (var entry in value)
            {
                OperationNames.Check(entry.Key, nameof(value));
                if (!(entry.Value >= LeastRate && entry.Value <= MostRate))
                {
                    throw new ArgumentOutOfRangeException(
                        nameof(value), entry.Value, $"A request rate must be {LeastRate} to {MostRate}.");
                }
            }

            Volatile.Write(ref requestRates, NoRates.AddRange(value));
        }
    }

    /// <summary>The operations of the sandbox, which faults and request rates can name.</summary>
    public static IReadOnlyList<string> Operations => OperationNames.All;

    /// <summary>The operation that a misspelt name probably means; null when none is near.</summary>
    /// <param name="name">The name that is not an operation.</param>
    public static string? NearestOperation(string name) => OperationNames.Nearest(name);

    /// <summary>The faults that may still strike, in the order of their adding.</summary>
    public IReadOnlyList<SandboxFault> Faults => faults.Pending;

    private static ImmutableDictionary<string, double> NoRates { get; } = ImmutableDictionary.Create<string, double>(
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Scripts a failure. When several faults fit one call, the first added strikes; the others count the call
    /// all the same.</summary>
    /// <exception cref="ArgumentException">The operation is neither '*' nor one of <see cref="Operations"/>, a count is
    /// below 1, an Error has no code, or the Delay is out of range or of another kind than Slow.</exception>
    public void AddFault(SandboxFault fault) => faults.Add(fault ?? throw new ArgumentNullException(nameof(fault)));

    /// <summary>Forgets every fault.</summary>
    public void ClearFaults() => faults.Clear();

    internal SandboxFault? NextFault(string operation) => faults.Next(operation);

    internal void Reset()
    {
        Latency = IamDelay = TimeSpan.Zero;
        RequestRates = NoRates;
        ClearFaults();
    }

    private static TimeSpan InRange(TimeSpan value) =>
        value >= TimeSpan.Zero && value <= LongestSpan
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, $"A time span of the sandbox must be zero to {LongestSpan.TotalDays} days.");
}
