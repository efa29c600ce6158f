namespace CognitoPools.Fleet;

/// <summary>The pools of a Region, or of every Region, that could not be read.</summary>
public sealed class UnreadRegionException : Exception
{
    /// <summary>Names the Region.</summary>
    /// <param name="region">The Region; null when none could be read, so that there is nothing to go on with.</param>
    /// <param name="cause">What the call ended with.</param>
    public UnreadRegionException(string? region, Exception cause) : base(cause?.Message, cause) => Region = region;

    /// <summary>The Region; null when none could be read.</summary>
    public string? Region { get; }
}
