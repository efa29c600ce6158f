namespace CognitoPools;

/// <summary>Finds the name that a user probably meant.</summary>
public static class NearestMatch
{
    private const int MostNames = 3;

    /// <summary>The candidate with the fewest edits (case ignored), if there are at most <paramref name="edits"/>; the
    /// first of equals.</summary>
    /// <param name="text">The text of the user.</param>
    /// <param name="candidates">The existing names.</param>
    /// <param name="edits">How many letters may differ.</param>
    public static string? Find(string text, IEnumerable<string> candidates, int edits) =>
        FindAll(text, candidates, edits).FirstOrDefault();

    /// <summary>A question with the most similar names: "Did you mean 'shop'?". It is empty when no name is similar: a short name
    /// may differ in one letter, a long one in three.</summary>
    /// <param name="name">The name that the user wrote.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns>One sentence with at most three names, or nothing.</returns>
    public static string Question(string name, IEnumerable<string> candidates)
    {
        var edits = name.Length < 4 ? 1 : name.Length < 10 ? 2 : 3;
        var nearest = FindAll(name, candidates, edits)
            .Distinct(StringComparer.Ordinal).Take(MostNames).Select(found => $"'{ShownText.Value(found)}'").ToList();
        if (nearest.Count == 0)
            return "";
        var last = nearest[nearest.Count - 1];
        return nearest.Count == 1
            ? $"Did you mean {last}?"
            : $"Did you mean {string.Join(", ", nearest.Take(nearest.Count - 1))} or {last}?";
    }

    private static List<string> FindAll(string text, IEnumerable<string> candidates, int edits)
    {
        var nearest = new List<string>();
        var least = edits;
        foreach (var candidate in candidates)
        {
            // A name whose length differs more cannot be nearer, and a list may have thousands of names.
            if (Math.Abs(candidate.Length - text.Length) > least)
                continue;
            var distance = Distance(text, candidate);
            if (distance > least)
                continue;
            if (distance < least)
                nearest.Clear();
            nearest.Add(candidate);
            least = distance;
        }
        return nearest;
    }

    // Two swapped letters count as one edit, because they are one typing error.
    private static int Distance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var column = 1; column <= right.Length; column++)
            distances[0, column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            distances[row, 0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var change = Same(left[row - 1], right[column - 1]) ? 0 : 1;
                var distance = Math.Min(
                    Math.Min(distances[row, column - 1], distances[row - 1, column]) + 1,
                    distances[row - 1, column - 1] + change);
                if (row > 1 && column > 1
                    && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1]))
                {
                    distance = Math.Min(distance, distances[row - 2, column - 2] + 1);
                }
                distances[row, column] = distance;
            }
        }
        return distances[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
