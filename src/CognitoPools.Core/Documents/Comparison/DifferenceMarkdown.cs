using System.Text;

namespace CognitoPools.Documents.Comparison;

/// <summary>Writes differences as Markdown for a pull request comment.</summary>
internal static class DifferenceMarkdown
{
    /// <summary>A heading and a table for each pool. Text from pools is escaped, so it is never interpreted as Markdown or HTML.</summary>
    /// <param name="differences">The differences, in order.</param>
    /// <param name="isComplete">Whether everything was compared.</param>
    /// <param name="heading">The Markdown prefix for the heading of a pool.</param>
    public static string Write(IEnumerable<PoolDocumentDifference> differences, bool isComplete = true, string heading = "##")
    {
        var text = new StringBuilder();
        foreach (var pool in differences.GroupBy(one => (one.IdentityPool, one.Reference, one.Source)))
        {
            if (text.Length > 0)
                text.Append('\n');
            text.Append(heading).Append(' ').Append(MarkdownText.Quoted(pool.Key.IdentityPool)).Append("\n\n");
            if (pool.Key.Reference.Length > 0)
                text.Append("Expected by ").Append(MarkdownText.Quoted(pool.Key.Reference)).Append(".\n\n");
            text.Append("| Path | Expected | Actual |\n| --- | --- | --- |\n");
            foreach (var one in pool)
            {
                text.Append("| ").Append(MarkdownText.Quoted(one.Path)).Append(" | ").Append(MarkdownText.Quoted(one.Expected)).Append(" | ")
                    .Append(MarkdownText.Quoted(one.Actual)).Append(" |\n");
            }
        }
        if (!isComplete)
            return $"Not everything could be compared. For details, see the errors.\n{(text.Length == 0 ? "" : "\n")}{text}";
        return text.Length == 0 ? "No differences.\n" : text.ToString();
    }
}
