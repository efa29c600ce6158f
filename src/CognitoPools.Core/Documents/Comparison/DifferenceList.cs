namespace CognitoPools.Documents.Comparison;

/// <summary>Gathers the differences of two sides.</summary>
/// <param name="expected">What should be.</param>
/// <param name="actual">What is.</param>
internal sealed class DifferenceList(ComparedPool expected, ComparedPool actual)
{
    private readonly List<PoolDocumentDifference> differences = [];

    public IReadOnlyList<PoolDocumentDifference> All => differences;

    /// <summary>Adds the values unless they are the same.</summary>
    public void Compare(string path, string? expectedValue, string? actualValue)
    {
        if (expectedValue != actualValue)
            Add(path, expectedValue, actualValue);
    }

    /// <summary>Adds the entries that are not the same.</summary>
    public void Compare(string path, ReadableTable expectedTable, ReadableTable actualTable)
    {
        foreach (var key in expectedTable.Keys.Concat(actualTable.Keys).Distinct(StringComparer.Ordinal))
        {
            Compare(
                JsonPath.Member(path, key),
                expectedTable.TryGetValue(key, out var one) ? one : null,
                actualTable.TryGetValue(key, out var other) ? other : null);
        }
    }

    /// <summary>Adds a difference.</summary>
    public void Add(string path, string? expectedValue, string? actualValue) => differences.Add(new PoolDocumentDifference
    {
        IdentityPool = actual.Definition.Name,
        Path = path,
        Expected = expectedValue,
        Actual = actualValue,
        Reference = expected.Source,
        Source = actual.Source,
    });
}
