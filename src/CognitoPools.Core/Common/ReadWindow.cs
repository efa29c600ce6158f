namespace CognitoPools;

/// <summary>How many reads may be ahead of the consumer of their results. It grows while the consumer waits for results, and
/// shrinks while results wait for the consumer, because they would be outdated.</summary>
internal sealed class ReadWindow
{
    /// <summary>The limit. A pipeline that ends early has read at most this many without need, and they are in
    /// memory.</summary>
    public const int Most = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly int least;

    /// <param name="least">The minimum, which is also the initial size.</param>
    public ReadWindow(int least) => Size = this.least = least;

    /// <summary>How many reads may be ahead now.</summary>
    public int Size { get; private set; }

    /// <summary>Adapts the size after a result was consumed.</summary>
    /// <param name="readyFor">How long it had been ready; null when the consumer waited for it.</param>
    public void Taken(TimeSpan? readyFor)
    {
        if (readyFor is null)
            Size = Math.Min(Most, Math.Max(1, Size * 2));
        else if (readyFor > Patience)
            Size = Math.Max(least, Size / 2);
    }

    /// <summary>Resets the size.</summary>
    /// <param name="size">How many reads may be ahead.</param>
    public void Reset(int size) => Size = size;
}
