using System.Globalization;

namespace CognitoPools;

/// <summary>What came of removing many identities: <see cref="Given"/> is the sum of <see cref="Removed"/>,
/// <see cref="Failed"/>, <see cref="Unknown"/> and <see cref="NotSent"/>.</summary>
public sealed record PoolIdentityRemovalSummary
{
    /// <summary>The identities that were to be removed, each counted once.</summary>
    public long Given { get; internal init; }

    /// <summary>Those that are gone.</summary>
    public long Removed { get; internal init; }

    /// <summary>Those that are still there, each with an error of its own.</summary>
    public long Failed { get; internal init; }

    /// <summary>Those of which nobody knows, because the answer was lost or given up at a stop. Removing them again
    /// does no harm.</summary>
    public long Unknown { get; internal init; }

    /// <summary>Those that a stop kept from being sent, or from being taken by the service: they are still there.</summary>
    public long NotSent { get; internal init; }

    /// <summary>Repeated ids, which were left out. They are not part of <see cref="Given"/>.</summary>
    public long Repeated { get; internal init; }

    /// <summary>Items that are no identity, each with an error of its own. They are not part of <see cref="Given"/>.</summary>
    public long Refused { get; internal init; }

    /// <summary>Whether the work was stopped before its end.</summary>
    public bool Stopped { get; internal init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>One sentence.</summary>
    public override string ToString()
    {
        var text = string.Format(
            CultureInfo.InvariantCulture,
            "{0:N0} identities given: {1:N0} removed, {2:N0} failed, {3:N0} unknown, {4:N0} not sent",
            Given,
            Removed,
            Failed,
            Unknown,
            NotSent);
        if (Repeated > 0)
            text += string.Format(CultureInfo.InvariantCulture, "; {0:N0} repeated ids left out", Repeated);
        if (Refused > 0)
            text += string.Format(CultureInfo.InvariantCulture, "; {0:N0} items refused", Refused);
        text += string.Format(CultureInfo.InvariantCulture, "; {0:0.0} s.", Elapsed.TotalSeconds);
        return Stopped ? $"Stopped. {text} The same command goes on where this one ended." : text;
    }
}
