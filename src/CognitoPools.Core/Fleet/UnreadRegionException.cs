namespace CognitoPools.Fleet;

/// <summary>The pools of a Region, or of every Region, that could not be read.</summary>
public sealed class UnreadRegionException : Exception
{
    /// <summary>Names the Region.</summary>
    /// <param name="region">The Region; null if none could be read.</param>
    /// <param name="cause">The exception of the call.</param>
    public UnreadRegionException(string? region, Exception cause) : base(cause?.Message, cause) => Region = region;

    /// <summary>The Region; null if none could be read.</summary>
    public string? Region { get; }
}
