using System.Collections.Immutable;
using CognitoPools.Sandbox.Settings;

namespace CognitoPools.Sandbox;

/// <summary>The settings of the sandbox. They can be changed at any time from any thread.</summary>
public sealed class SandboxSettings
{
    /// <summary>The longest latency, IAM delay and delay of a fault. Timers cannot wait much longer.</summary>
    public static readonly TimeSpan LongestSpan = TimeSpan.FromDays(24);

    /// <summary>The lowest request rate, about one call in 17 minutes.</summary>
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

    /// <summary>The minimum time of every answer, by the underlying clock and not by the sandbox's clock. There is none by
    /// default.</summary>
    public TimeSpan Latency
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref latency));
        set => Interlocked.Exchange(ref latency, InRange(value).Ticks);
    }

    /// <summary>How long SetIdentityPoolRoles and sign-ins cannot use a new role, or a role whose trust policy changed. There is
    /// no delay by default; in AWS, it is up to about 30 seconds.</summary>
    public TimeSpan IamDelay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref iamDelay));
        set => Interlocked.Exchange(ref iamDelay, InRange(value).Ticks);
    }

    /// <summary>
    /// Requests per second by operation, for example ListIdentities 5 and DeleteIdentities 10. Each Region has its own rate.
    /// Operations that are not named are unlimited, which is the default. A burst of one second's requests (at least one) is
    /// allowed. Calls above the rate, by the sandbox's clock, get the service's throttling error.
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
                        nameof(value), entry.Value, $"A request rate must be from {LeastRate} to {MostRate}.");
                }
            }

            Volatile.Write(ref requestRates, NoRates.AddRange(value));
        }
    }

    /// <summary>The operations of the sandbox. Faults and request rates can name them.</summary>
    public static IReadOnlyList<string> Operations => OperationNames.All;

    /// <summary>The operation with the nearest name, or null when none is near.</summary>
    /// <param name="name">The name that is not an operation.</param>
    public static string? NearestOperation(string name) => OperationNames.Nearest(name);

    /// <summary>The faults that can still occur, in the order in which they were added.</summary>
    public IReadOnlyList<SandboxFault> Faults => faults.Pending;

    private static ImmutableDictionary<string, double> NoRates { get; } = ImmutableDictionary.Create<string, double>(
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a fault. When several faults match a call, the first one that was added occurs, and the others count the
    /// call too.</summary>
    /// <exception cref="ArgumentException">The operation is neither '*' nor one of <see cref="Operations"/>, a count is
    /// below 1, an Error has no code, or the Delay is out of range or of another kind than Slow.</exception>
    public void AddFault(SandboxFault fault) => faults.Add(fault ?? throw new ArgumentNullException(nameof(fault)));

    /// <summary>Removes all faults.</summary>
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
                nameof(value), value, $"A time span of the sandbox must be from zero to {LongestSpan.TotalDays} days.");
}
