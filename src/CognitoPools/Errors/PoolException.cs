namespace CognitoPools.Errors;

/// <summary>An error that the cmdlets themselves found; its words are in <see cref="PoolErrors"/>.</summary>
internal sealed class PoolException : Exception
{
    public PoolException(PoolErrorId id, params object?[] values)
        : base(Words(id, values)) => (Id, Values) = (id, values);

    public PoolErrorId Id { get; }

    public object?[] Values { get; }

    private static string Words(PoolErrorId id, object?[] values)
    {
        var (_, message, cure) = PoolErrors.Text(id, values);
        return $"{message} {cure}";
    }
}
