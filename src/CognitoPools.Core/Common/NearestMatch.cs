namespace CognitoPools;

/// <summary>Finds what a user probably meant.</summary>
public static class NearestMatch
{
    /// <summary>The candidate with the fewest edits (case ignored), if there are at most <paramref name="edits"/>; the
    /// first of equals.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="candidates">What there is.</param>
    /// <param name="edits">How many letters may differ.</param>
    public static string? Find(string text, IEnumerable<string> candidates, int edits)
    {
        string? best = null;
        var least = edits + 1;
        foreach (var candidate in candidates)
        {
            var distance = Distance(text, candidate);
            if (distance >= least)
                continue;
            (best, least) = (candidate, distance);
        }
        return best;
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var same = char.ToUpperInvariant(left[row - 1]) == char.ToUpperInvariant(right[column - 1]);
                current[
                    column] = Math.Min(
                        Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + (same ? 0 : 1));
            }
            (previous, current) = (current, previous);
        }
        return previous[right.Length];
    }
}
