using CognitoPools.Sandbox;

namespace CognitoPools;

/// <summary>A snapshot of the sandbox's settings and of the calls made to it.</summary>
public sealed class PoolSandbox
{
    internal PoolSandbox(SandboxAccount sandbox)
    {
        AccountId = sandbox.AccountId;
        Time = sandbox.Clock.GetUtcNow().LocalDateTime;
        Latency = sandbox.Settings.Latency;
        IamDelay = sandbox.Settings.IamDelay;
        RequestRates = sandbox.Settings.RequestRates.ToDictionary(rate => rate.Key, rate => rate.Value, StringComparer.Ordinal);
        Faults = sandbox.Settings.Faults.ToArray();
        Calls = sandbox.Calls.ToArray();
    }

    /// <summary>The account's number.</summary>
    public string AccountId { get; }

    /// <summary>The sandbox's clock, in local time.</summary>
    public DateTime Time { get; }

    /// <summary>How long each call takes.</summary>
    public TimeSpan Latency { get; }

    /// <summary>The delay before pools can use a new or changed IAM role.</summary>
    public TimeSpan IamDelay { get; }

    /// <summary>Requests per second by operation; an operation that is not listed has no limit.</summary>
    public IReadOnlyDictionary<string, double> RequestRates { get; }

    /// <summary>The faults that have not occurred yet.</summary>
    public IReadOnlyList<SandboxFault> Faults { get; }

    /// <summary>The calls made to the sandbox, oldest first.</summary>
    public IReadOnlyList<SandboxCall> Calls { get; }

    /// <inheritdoc/>
    public override string ToString() => $"sandbox {AccountId}";
}
