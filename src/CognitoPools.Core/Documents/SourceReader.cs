using System.Text.Json;

namespace CognitoPools.Documents;

/// <summary>Reads the pools of documents in every form: pool documents, and what other tools have.</summary>
/// <param name="values">What -Value gives, for the parameters of templates.</param>
internal sealed class SourceReader(ImportValues values)
{
    /// <summary>The pools of one text.</summary>
    /// <param name="source">The text.</param>
    /// <exception cref="DocumentFormatException">It is not JSON, or not a document of a pool.</exception>
    public IReadOnlyList<SourceDefinition> Add(SourceText source)
    {
        var root = DocumentElement.Parse(source.Text);
        _ = values;
        return root.Kind == JsonValueKind.Array
            ? [.. root.Items().SelectMany(item => Read(item, source.Source))]
            : [.. Read(root, source.Source)];
    }

    private static IEnumerable<SourceDefinition> Read(DocumentElement root, string source)
    {
        _ = root.Members();
        if (PoolDocumentReader.IsDocument(root))
            return [new SourceDefinition(PoolDocumentReader.Read(root), source)];
        throw root.Error(
            "this is neither a pool document nor a CloudFormation template nor an answer of the AWS CLI.",
            "A pool document has the keys version and name; Export-CognitoIdentityPool writes one.");
    }
}
