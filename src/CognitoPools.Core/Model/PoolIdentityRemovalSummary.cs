using System.Globalization;

namespace CognitoPools;

/// <summary>The result of removing many identities: <see cref="Given"/> is the total of <see cref="Removed"/>,
/// <see cref="Failed"/>, <see cref="Unknown"/> and <see cref="NotSent"/>.</summary>
public sealed record PoolIdentityRemovalSummary
{
    /// <summary>The number of specified identities, each counted once.</summary>
    public long Given { get; internal init; }

    /// <summary>The number of identities that were removed.</summary>
    public long Removed { get; internal init; }

    /// <summary>The number of identities that still exist. Each has a separate error.</summary>
    public long Failed { get; internal init; }

    /// <summary>The number of identities with an unknown result, because the answer was lost or abandoned at a stop. It
    /// is safe to remove them again.</summary>
    public long Unknown { get; internal init; }

    /// <summary>The number of identities that were not sent, or not accepted by the service, because of a stop. They
    /// still exist.</summary>
    public long NotSent { get; internal init; }

    /// <summary>The number of repeated ids, which were skipped. They are not part of <see cref="Given"/>.</summary>
    public long Repeated { get; internal init; }

    /// <summary>The number of items that are not identities. Each has a separate error. They are not part of
    /// <see cref="Given"/>.</summary>
    public long Refused { get; internal init; }

    /// <summary>Whether the removal was stopped before its end.</summary>
    public bool Stopped { get; internal init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>The summary in one or two sentences.</summary>
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
            text += string.Format(CultureInfo.InvariantCulture, "; {0:N0} repeated ids skipped", Repeated);
        if (Refused > 0)
            text += string.Format(CultureInfo.InvariantCulture, "; {0:N0} items refused", Refused);
        text += string.Format(CultureInfo.InvariantCulture, "; {0:0.0} s.", Elapsed.TotalSeconds);
        return Stopped ? $"Stopped. {text} Run the same command again to continue." : text;
    }
}
