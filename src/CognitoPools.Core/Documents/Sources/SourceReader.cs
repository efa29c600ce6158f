using System.Text.Json;
using CognitoPools.Documents.Templates;
using CognitoPools.Pools;

namespace CognitoPools.Documents.Sources;

/// <summary>Reads the pools of documents in every form: pool documents, templates of CloudFormation, and the answers of the AWS CLI, of
/// which several make a pool.</summary>
/// <param name="values">What -Value gives, for the parameters of templates.</param>
/// <param name="pseudoParameters">Gives the values of CloudFormation's pseudo parameters for a template.</param>
internal sealed class SourceReader(ImportValues values, Func<string, IReadOnlyDictionary<string, string>> pseudoParameters)
{
    private readonly List<(DocumentElement Answer, AnswerKind Kind, string Source)> answers = [];

    /// <summary>Whether answers of the AWS CLI wait for others of their pools.</summary>
    public bool HasAnswers => answers.Count > 0;

    /// <summary>Where the answers come from that wait for others.</summary>
    public string SourceOfAnswers => string.Join(", ", answers.Select(answer => answer.Source).Distinct(StringComparer.Ordinal));

    /// <summary>The pools of one text. Answers of the AWS CLI are kept until <see cref="ReadAnswers"/>.</summary>
    /// <param name="source">The text.</param>
    /// <exception cref="DocumentFormatException">It is not JSON, or not a document of a pool.</exception>
    public IReadOnlyList<SourceDefinition> Add(SourceText source)
    {
        var root = DocumentElement.Parse(source.Text);
        return root.Kind == JsonValueKind.Array
            ? [.. root.Items().SelectMany(item => Read(item, source.Source))]
            : [.. Read(root, source.Source)];
    }

    /// <summary>The pools of the answers that were kept.</summary>
    /// <exception cref="DocumentFormatException">An answer cannot be read, or lacks the others of its pool.</exception>
    public IReadOnlyList<SourceDefinition> ReadAnswers()
    {
        try
        {
            return [.. answers.GroupBy(answer => answer.Answer.Find("IdentityPoolId")?.Text() ?? "", StringComparer.Ordinal).Select(Join)];
        }
        finally
        {
            answers.Clear();
        }
    }

    private static SourceDefinition Join(IEnumerable<(DocumentElement Answer, AnswerKind Kind, string Source)> ofPool)
    {
        var all = ofPool.ToList();
        DocumentElement? Of(params AnswerKind[] kinds) =>
            all.Where(answer => kinds.Contains(answer.Kind)).Select(answer => (DocumentElement?)answer.Answer).FirstOrDefault();
        var read = AwsCliReader.Read(
            Of(AnswerKind.Pool, AnswerKind.PoolWithRoles), Of(AnswerKind.Roles),
            [.. all.Where(answer => answer.Kind == AnswerKind.TagMap).Select(answer => answer.Answer)]);
        return new SourceDefinition(
            // Nobody can set AWS's own tags.
            read.Definition with { Tags = Collections.Strings(read.Definition.Tags.Where(tag => !PoolRules.IsReserved(tag.Key))) },
            string.Join(", ", all.Select(answer => answer.Source).Distinct(StringComparer.Ordinal)))
        {
            Secrets = read.SecretValues,
            Warnings = all.Exists(answer => answer.Kind is AnswerKind.Roles or AnswerKind.PoolWithRoles)
                ? []
                : ["the answer of get-identity-pool-roles is missing, so the document has no roles and no role settings."],
        };
    }

    private IEnumerable<SourceDefinition> Read(DocumentElement root, string source)
    {
        _ = root.Members();
        if (CloudFormationReader.IsTemplate(root))
            return ReadTemplate(root, source, pseudoParameters(root.Json.GetRawText()));
        if (AwsCliReader.KindOf(root) is { } kind)
        {
            answers.Add((root, kind, source));
            return [];
        }
        if (PoolDocumentReader.IsDocument(root))
            return [new SourceDefinition(PoolDocumentReader.Read(root), source)];
        throw root.Error(
            "this is neither a pool document nor a CloudFormation template nor an answer of the AWS CLI.",
            "A pool document has the keys version and name; Export-CognitoIdentityPool writes one.");
    }

    private IEnumerable<SourceDefinition> ReadTemplate(
        DocumentElement root, string source, IReadOnlyDictionary<string, string> pseudo)
    {
        var given = pseudo.ToDictionary(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal);
        foreach (var value in values.All)
            given[value.Key] = value.Value;
        var read = CloudFormationReader.Read(root, given);
        foreach (var used in read.UsedValues)
            values.Use(used);
        var parameters = root.Find("Parameters")?.Members().Select(parameter => parameter.Name) ?? [];
        return read.Definitions.Select((definition, place) => new SourceDefinition(definition, source)
        {
            Secrets = read.SecretValues,
            Parameters = [.. read.UsedValues.Union(parameters, StringComparer.Ordinal)],
            Warnings = place == 0 ? read.Warnings : [],
        });
    }
}
