namespace CognitoPools.Errors;

/// <summary>An error that the cmdlets themselves found; its words are in <see cref="PoolErrors"/>.</summary>
internal sealed class PoolException : Exception
{
    public PoolException(PoolErrorId id, params object?[] values)
        : base(PoolErrors.Text(id, values).Message) => (Id, Values) = (id, values);

    public PoolErrorId Id { get; }

    public object?[] Values { get; }
}
