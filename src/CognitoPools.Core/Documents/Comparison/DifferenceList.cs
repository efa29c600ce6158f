namespace CognitoPools.Documents.Comparison;

/// <summary>Collects the differences between two sides.</summary>
/// <param name="expected">The expected side.</param>
/// <param name="actual">The actual side.</param>
internal sealed class DifferenceList(ComparedPool expected, ComparedPool actual)
{
    private readonly List<PoolDocumentDifference> differences = [];

    public IReadOnlyList<PoolDocumentDifference> All => differences;

    /// <summary>Adds a difference if the values are not equal.</summary>
    public void Compare(string path, string? expectedValue, string? actualValue)
    {
        if (expectedValue != actualValue)
            Add(path, expectedValue, actualValue);
    }

    /// <summary>Adds a difference for each entry that is not equal.</summary>
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
