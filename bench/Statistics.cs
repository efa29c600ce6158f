namespace CognitoPools.Bench;

/// <summary>What is made of several runs.</summary>
internal static class Statistics
{
    /// <summary>The middle value; of an even number, the mean of the two in the middle; not a number when there are
    /// none.</summary>
    public static double Median(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            return double.NaN;
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
