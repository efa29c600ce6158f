using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Documents;
using CognitoPools.Documents.Sources;
using CognitoPools.Errors;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that read documents of pools.</summary>
public abstract class DocumentCommand : ConnectedCommand
{
    private ImportValues? values;
    private SourceReader? reader;

    /// <summary>Specifies values for the document as a hashtable, for example @{ AccountId = '123456789012' }. Valid keys are the
    /// placeholders that the document contains: AccountId, Region, Partition, DnsSuffix, CognitoPrincipal and
    /// CognitoKeyPrefix. The names of its secrets, the keys of its roles and the parameters of a CloudFormation template
    /// are also valid. The value of a role's key is the name of the role. A secret can be a SecureString.</summary>
    [Parameter]
    [Table]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public IDictionary? Value { get; set; }

    /// <summary>The values of -Value.</summary>
    private protected ImportValues Values => values ??= new ImportValues(ValueTable.Read(Value));

    private protected SourceReader Reader => reader ??= new SourceReader(Values, PseudoParameters);

    // Names and ids in a template may contain pseudo parameters; ARNs and policies keep placeholders.
    private IReadOnlyDictionary<string, string> PseudoParameters(string template)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var isAsked = template.Contains("AWS::");
        if (!isAsked || (Region ?? Account.Connection.DefaultRegion) is not { } region)
            return known;
        var partition = AwsPartition.FromRegion(region);
        known["AWS::Region"] = region;
        known["AWS::Partition"] = partition.Name;
        known["AWS::URLSuffix"] = partition.DnsSuffix;
        if (template.Contains("AWS::AccountId") && Run(token => Account.Connection.FindAccountIdAsync(region, token)) is { } account)
            known["AWS::AccountId"] = account;
        return known;
    }

    /// <summary>The pools of a text.</summary>
    private protected IReadOnlyList<SourceDefinition> Read(SourceText source) => Located(source.Source, () => Reader.Add(source));

    /// <summary>The pools of AWS CLI output that was incomplete until other output followed.</summary>
    private protected IReadOnlyList<SourceDefinition> ReadAnswers() =>
        Reader.HasAnswers ? Located(Reader.SourceOfAnswers, Reader.ReadAnswers) : [];

    /// <summary>The pools of a text. A text that cannot be read is a separate error, and the command continues.</summary>
    private protected IReadOnlyList<SourceDefinition> Try(SourceText source)
    {
        IReadOnlyList<SourceDefinition> pools = [];
        Guard(() => pools = Read(source), CurrentItem ?? source.Source);
        return pools;
    }

    /// <summary>Runs work with a document; its errors name the document.</summary>
    private protected static T Located<T>(string source, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DocumentFormatException exception)
        {
            throw new PoolException(
                PoolErrorId.InvalidPoolDocument, $"{Named(source)}, {exception.Place}", exception.Rule, exception.Remedy);
        }
        // The Value of a rule is part of the document, unlike -Value.
        catch (InvalidSettingException exception) when (exception.Item is not null || !Parameters.Contains(exception.Setting))
        {
            throw new PoolException(
                PoolErrorId.InvalidPoolDocument, Named(source),
                SettingSentence.Of(exception.Item ?? exception.Setting, exception.Setting, exception.Value, exception.Rule), exception.Remedy);
        }
    }

    // A source is the path of a file, or words such as "the text of the pipeline".
    private static string Named(string source) =>
        source.StartsWith("the ", StringComparison.Ordinal) ? "The " + source.Substring("the ".Length) : source;

    // The user specifies these in addition to the document.
    private static readonly string[] Parameters = [nameof(Value), nameof(Region), "Name", "IdentityPool", "Path", "Role"];

    /// <summary>Refuses a value that no document of an argument can use, before the first call.</summary>
    private protected void CheckValues(IReadOnlyList<SourceDefinition> all)
    {
        var names = all.SelectMany(source => source.ValueNames).Distinct(StringComparer.Ordinal).ToList();
        if (Values.All.Keys.FirstOrDefault(key => !names.Contains(key, StringComparer.Ordinal)) is not { } unknown)
            return;
        throw new InvalidSettingException(
            nameof(Value), unknown, "does not match any value that the documents use.",
            NearestMatch.Question(unknown, names) is { Length: > 0 } question ? question : $"The values are {string.Join(", ", names)}.");
    }

    /// <summary>Warns of values that no document of the pipeline has used.</summary>
    private protected void WarnOfUnusedValues()
    {
        foreach (var unused in Values.Unused)
            WriteWarning($"No document used the value '{unused}' of -Value.");
    }
}
