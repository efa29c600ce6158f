using System.Text;

namespace CognitoPools.Documents.Templates;

/// <summary>Writes the blocks of a Terraform configuration.</summary>
internal sealed class HclWriter
{
    private readonly StringBuilder text = new();

    /// <summary>Writes a one-line comment.</summary>
    /// <param name="comment">The comment.</param>
    public void Comment(string comment) => text.Append("# ").Append(ShownText.Sentence(comment)).Append('\n');

    /// <summary>Writes a top-level block.</summary>
    /// <param name="header">The type and the labels.</param>
    /// <param name="attributes">The names, with quotes if required, and the values.</param>
    /// <param name="blocks">The blocks within it.</param>
    public void Block(string header, IReadOnlyList<(string Name, HclValue Value)> attributes, params HclBlock[] blocks)
    {
        if (text.Length > 0)
            text.Append('\n');
        Append(new HclBlock(header, attributes, blocks), "");
    }

    /// <summary>Appends the text of another writer.</summary>
    /// <param name="other">The other writer.</param>
    public void Append(HclWriter other) => text.Append('\n').Append(other.text);

    /// <summary>Whether the text contains an expression.</summary>
    /// <param name="expression">The expression.</param>
    public bool Mentions(string expression) => text.ToString().IndexOf(expression, StringComparison.Ordinal) >= 0;

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void Append(HclBlock block, string indent)
    {
        text.Append(indent).Append(block.Header).Append(" {\n");
        foreach (var line in HclValue.Attributes(block.Attributes))
            text.Append(indent).Append("  ").Append(line).Append('\n');
        var first = block.Attributes.Count == 0;
        foreach (var child in block.Blocks)
        {
            if (!first)
                text.Append('\n');
            first = false;
            Append(child, indent + "  ");
        }
        text.Append(indent).Append("}\n");
    }
}

/// <summary>A block of a Terraform configuration.</summary>
/// <param name="Header">The type and the labels.</param>
/// <param name="Attributes">The names, with quotes if required, and the values.</param>
/// <param name="Blocks">The blocks within it.</param>
internal sealed record HclBlock(
    string Header, IReadOnlyList<(string Name, HclValue Value)> Attributes, IReadOnlyList<HclBlock> Blocks);
