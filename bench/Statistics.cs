namespace CognitoPools.Bench;

/// <summary>Summarizes several runs.</summary>
internal static class Statistics
{
    /// <summary>The middle value, or the mean of the two middle values. NaN if there are no values.</summary>
    public static double Median(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            return double.NaN;
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
