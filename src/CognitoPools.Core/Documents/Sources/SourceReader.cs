using System.Text.Json;
using CognitoPools.Documents.Templates;
using CognitoPools.Pools;
using CognitoPools.Roles;

namespace CognitoPools.Documents.Sources;

/// <summary>Reads the pools of documents in every format: pool documents, CloudFormation templates, and output of the AWS CLI, which
/// may be several documents for one pool.</summary>
/// <param name="values">The values of -Value, for the parameters of templates.</param>
/// <param name="pseudoParameters">Returns the values of the CloudFormation pseudo parameters for a template.</param>
internal sealed class SourceReader(ImportValues values, Func<string, IReadOnlyDictionary<string, string>> pseudoParameters)
{
    private readonly List<(DocumentElement Answer, AnswerKind Kind, string Source)> answers = [];

    /// <summary>Whether output of the AWS CLI is pending until the rest of its pools is read.</summary>
    public bool HasAnswers => answers.Count > 0;

    /// <summary>The sources of the pending output.</summary>
    public string SourceOfAnswers => string.Join(", ", answers.Select(answer => answer.Source).Distinct(StringComparer.Ordinal));

    /// <summary>The pools of one text. Output of the AWS CLI is kept until <see cref="ReadAnswers"/>.</summary>
    /// <param name="source">The text.</param>
    /// <exception cref="DocumentFormatException">The text is not JSON, or not a document of a pool.</exception>
    public IReadOnlyList<SourceDefinition> Add(SourceText source)
    {
        var root = DocumentElement.Parse(source.Text);
        if (root.Kind == JsonValueKind.Array && root.Json.GetArrayLength() == 0)
            throw root.Error("the list of documents is empty.", "Specify a pool document.");
        return root.Kind == JsonValueKind.Array
            ? [.. root.Items().SelectMany(item => Read(item, source.Source)).Select(InRegion)]
            : [.. Read(root, source.Source).Select(InRegion)];

        SourceDefinition InRegion(SourceDefinition pool) => pool.Region is null ? pool with { Region = source.Region } : pool;
    }

    /// <summary>The pools of the pending output.</summary>
    /// <exception cref="DocumentFormatException">An output cannot be read, or the output for a pool is incomplete.</exception>
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
        var hasRoles = all.Exists(answer => answer.Kind is AnswerKind.Roles or AnswerKind.PoolWithRoles);
        var mapped = new HashSet<string?>(
            all.Where(answer => answer.Kind == AnswerKind.TagMap).Select(answer => answer.Answer.Find("IdentityProviderName")?.Text()),
            StringComparer.Ordinal);
        var read = AwsCliReader.Read(
            Of(AnswerKind.Pool, AnswerKind.PoolWithRoles), Of(AnswerKind.Roles),
            [.. all.Where(answer => answer.Kind == AnswerKind.TagMap).Select(answer => answer.Answer)]);
        return new SourceDefinition(
            read.Definition with
            {
                // Users cannot set the tags of AWS.
                Tags = Collections.Strings(read.Definition.Tags.Where(tag => !PoolRules.IsReserved(tag.Key))),
                StatesRoles = hasRoles,
                StatesMappings = name => mapped.Contains(name),
            },
            string.Join(", ", all.Select(answer => answer.Source).Distinct(StringComparer.Ordinal)))
        {
            Secrets = read.SecretValues,
            Warnings = hasRoles
                ? []
                : ["the output of get-identity-pool-roles is missing, so roles, role settings and rules are ignored."],
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
        // An exported object, converted by ConvertTo-Json.
        if (root.Find(nameof(PoolDocument.Text)) is { Kind: JsonValueKind.String } text && root.Has(nameof(PoolDocument.Format)))
        {
            return Add(new SourceText(text.Text(), source) { Region = root.Find(nameof(PoolDocument.Region))?.Text() });
        }
        if (PoolDocumentReader.IsDocument(root))
            return [new SourceDefinition(PoolDocumentReader.Read(root), source)];
        throw root.Error(
            "the text is not a pool document, a CloudFormation template or output of the AWS CLI.",
            "A pool document has the keys version and name. To create one, use Export-CognitoIdentityPool.");
    }

    // A template contains the partition's names of Cognito literally, because CloudFormation has no function for them.
    private static PoolDefinition Portable(PoolDefinition definition) => definition with
    {
        Roles = definition.Roles.ToDictionary(
            role => role.Key,
            role => role.Value.Arn is not null ? role.Value : role.Value with
            {
                TrustPolicy = Portability.WithoutPartition(role.Value.TrustPolicy!),
                InlinePolicies = role.Value.InlinePolicies.ToDictionary(
                    policy => policy.Key, policy => Portability.WithoutPartition(policy.Value), StringComparer.Ordinal),
                Tags = Collections.Strings(role.Value.Tags.Where(tag => !RoleTagsChange.IsReserved(tag.Key))),
            },
            StringComparer.Ordinal),
        Tags = Collections.Strings(definition.Tags.Where(tag => !PoolRules.IsReserved(tag.Key))),
    };

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
        return read.Definitions.Select((definition, place) => new SourceDefinition(Portable(definition), source)
        {
            Secrets = read.SecretValues,
            Parameters = [.. read.UsedValues.Union(parameters, StringComparer.Ordinal)],
            Warnings = place == 0 ? read.Warnings : [],
        });
    }
}
