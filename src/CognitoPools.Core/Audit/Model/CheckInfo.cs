namespace CognitoPools.Audit.Model;

/// <summary>What a check is, as the page of the checks shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it finds, in a few words.</param>
internal sealed record CheckInfo(string Id, string Title)
{
    /// <summary>What is reported, as a sentence.</summary>
    public required string Condition { get; init; }

    /// <summary>How grave it is, and on what that depends, as a sentence.</summary>
    public required string Severity { get; init; }

    /// <summary>The gravest that it can be.</summary>
    public required PoolFindingSeverity Highest { get; init; }

    /// <summary>Why it matters, in one sentence or more.</summary>
    public required string Why { get; init; }

    /// <summary>What to do, in one sentence or more.</summary>
    public required string Fix { get; init; }

    /// <summary>What is not reported, as a sentence; null when nothing comes near.</summary>
    public string? NotWhen { get; init; }

    /// <summary>The page of AWS, or the public research, that it comes from.</summary>
    public required string Reference { get; init; }

    /// <summary>What it has to read.</summary>
    public AuditReads Reads { get; init; }

    /// <summary>The checks that are silent about a cause that this one reports: one cause, one finding.</summary>
    public IReadOnlyList<string> Hides { get; init; } = [];
}
