using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CognitoPools.Completion;

/// <summary>Completes one kind of argument. It offers nothing when a list cannot be read: an error does not help while
/// typing, and an exception or null would make the engine offer files.</summary>
internal abstract class ValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var context = new CompletionContext(
                TypedWord.Read(wordToComplete), commandAst, fakeBoundParameters ?? new Hashtable());
            return [.. Suggest(context).Select(suggestion =>
                new CompletionResult(
                    suggestion.IsExpression ? suggestion.Text : context.Word.Write(suggestion.Text),
                    suggestion.Label ?? suggestion.Text,
                    CompletionResultType.ParameterValue, suggestion.ToolTip))];
        }
        catch (Exception)
        {
            return [];
        }
    }

    /// <summary>The values that begin with the typed text.</summary>
    /// <param name="context">The command line so far.</param>
    private protected abstract IEnumerable<Suggestion> Suggest(CompletionContext context);
}
