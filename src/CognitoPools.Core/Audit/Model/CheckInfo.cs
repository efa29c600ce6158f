namespace CognitoPools.Audit.Model;

/// <summary>The description of a check, as the documentation page shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">The title of its findings.</param>
internal sealed record CheckInfo(string Id, string Title)
{
    /// <summary>The condition of a finding, as a sentence.</summary>
    public required string Condition { get; init; }

    /// <summary>The severity and its conditions, as a sentence.</summary>
    public required string Severity { get; init; }

    /// <summary>The highest possible severity.</summary>
    public required PoolFindingSeverity Highest { get; init; }

    /// <summary>Why a finding matters, as one or more sentences.</summary>
    public required string Why { get; init; }

    /// <summary>The steps to repair a finding, as one or more sentences.</summary>
    public required string Fix { get; init; }

    /// <summary>Similar cases that are not reported, as a sentence; null if there are none.</summary>
    public string? NotWhen { get; init; }

    /// <summary>The AWS page or public research that the check is based on.</summary>
    public required string Reference { get; init; }

    /// <summary>The data that it needs.</summary>
    public AuditReads Reads { get; init; }

    /// <summary>The checks that do not report a cause that this check reports, so that one cause gets one finding.</summary>
    public IReadOnlyList<string> Hides { get; init; } = [];
}
