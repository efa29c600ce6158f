namespace CognitoPools.Errors;

/// <summary>An error that the cmdlets themselves found; its message is in <see cref="PoolErrors"/>.</summary>
internal sealed class PoolException : Exception
{
    /// <summary>Names the error and the values of its message.</summary>
    /// <param name="id">The error.</param>
    /// <param name="values">The values; a list is shown with its items.</param>
    public PoolException(PoolErrorId id, params object?[] values)
        : this(id, Array.ConvertAll(values, value => value is string text ? ShownText.Sentence(text) : ShownText.Value(value)))
    {
    }

    private PoolException(PoolErrorId id, string[] values)
        : base(Sentences(id, values)) => (Id, Values) = (id, values);

    public PoolErrorId Id { get; }

    /// <summary>The values as the message shows them.</summary>
    public IReadOnlyList<string> Values { get; }

    private static string Sentences(PoolErrorId id, IReadOnlyList<string> values)
    {
        var (_, message, cure) = PoolErrors.Text(id, values);
        return $"{message} {cure}";
    }
}
