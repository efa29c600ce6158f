namespace CognitoPools.Completion;

/// <summary>Something that is being read from an account, or was.</summary>
internal abstract class Reading
{
    /// <summary>Ends with the reading.</summary>
    public abstract Task Ended { get; }
}

/// <summary>A reading that can tell what it has found before its end.</summary>
internal sealed class Reading<T> : Reading
{
    private readonly object gate = new();
    private readonly Task<T> whole;
    private T? part;

    /// <param name="read">Reads, and tells of each part; it runs in the background.</param>
    public Reading(Func<Action<T>, Task<T>> read) => whole = Task.Run(() => read(Note));

    /// <inheritdoc/>
    public override Task Ended => whole;

    /// <summary>The whole, or what was found until now; the default value before anything was found.</summary>
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
