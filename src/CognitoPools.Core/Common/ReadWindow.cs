namespace CognitoPools;

/// <summary>How many reads may be ahead of whoever takes their results. It grows while the taker waits for them, and
/// shrinks when results wait for the taker: they would be old when they are taken.</summary>
internal sealed class ReadWindow
{
    /// <summary>The most: what a pipeline that ends early has read in vain, and what memory holds.</summary>
    public const int Most = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly int least;

    /// <param name="least">The least, and what it begins with.</param>
    public ReadWindow(int least) => Size = this.least = least;

    /// <summary>How many reads may be ahead now.</summary>
    public int Size { get; private set; }

    /// <summary>Learns that a result was taken.</summary>
    /// <param name="readyFor">How long it was ready by then; null when the taker had to wait for it.</param>
    public void Taken(TimeSpan? readyFor)
    {
        if (readyFor is null)
            Size = Math.Min(Most, Math.Max(1, Size * 2));
        else if (readyFor > Patience)
            Size = Math.Max(least, Size / 2);
    }

    /// <summary>Begins anew.</summary>
    /// <param name="size">How many reads may be ahead.</param>
    public void Reset(int size) => Size = size;
}
