namespace CognitoPools.Completion;

/// <summary>A reading from an account, complete or in progress.</summary>
internal abstract class Reading
{
    /// <summary>Completes when the reading ends.</summary>
    public abstract Task Ended { get; }
}

/// <summary>A reading with partial results.</summary>
internal sealed class Reading<T> : Reading
{
    private readonly object gate = new();
    private readonly Task<T> whole;
    private T? part;

    /// <param name="read">Reads in the background, and reports each part.</param>
    public Reading(Func<Action<T>, Task<T>> read) => whole = Task.Run(() => read(Note));

    /// <inheritdoc/>
    public override Task Ended => whole;

    /// <summary>The result so far; the default value before anything was found.</summary>
    /// <exception cref="Exception">The reading failed.</exception>
    public T? Found()
    {
        if (whole.IsCompleted)
            return whole.GetAwaiter().GetResult();
        lock (gate)
            return part;
    }

    private void Note(T found)
    {
        lock (gate)
            part = found;
    }
}
