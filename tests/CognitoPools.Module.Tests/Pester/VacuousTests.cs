using System.Management.Automation;
using System.Management.Automation.Language;

namespace CognitoPools.Module.Tests.Pester;

/// <summary>Finds the tests of a Pester file that assert nothing, and so cannot fail unless a command does.</summary>
internal static class VacuousTests
{
    /// <summary>Gets the line and the name of each such test.</summary>
    /// <param name="script">The text of the file.</param>
    public static IReadOnlyList<string> Find(string script)
    {
        var tree = Parser.ParseInput(script, out _, out var errors);
        if (errors.Length > 0)
            throw new ParseException(errors);

        var asserting = Asserting(tree);
        return
        [
            .. from test in Commands(tree).Where(command => IsNamed(command, "It"))
               where !Bodies(test).Any(body => Asserts(body, asserting))
               select $"line {test.Extent.StartLineNumber}: {test.CommandElements.ElementAtOrDefault(1)?.Extent.Text}",
        ];
    }

    // A helper asserts when it calls Should or another such helper.
    private static HashSet<string> Asserting(Ast tree)
    {
        var helpers = tree.FindAll(node => node is FunctionDefinitionAst, searchNestedScriptBlocks: true)
            .Cast<FunctionDefinitionAst>()
            .ToList();
        var asserting = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (helpers.Where(helper => Asserts(helper.Body, asserting)).Any(helper => asserting.Add(helper.Name)))
        {
        }
        return asserting;
    }

    private static bool Asserts(Ast body, HashSet<string> asserting) =>
        Commands(body).Any(command => IsShould(command) || (command.GetCommandName() is { } name && asserting.Contains(name)))
        || body.Find(node => node is ThrowStatementAst, searchNestedScriptBlocks: true) is not null;

    // The cases of -ForEach may hold script blocks too, which are no test.
    private static IEnumerable<Ast> Bodies(CommandAst test) => test.CommandElements.OfType<ScriptBlockExpressionAst>();

    private static IEnumerable<CommandAst> Commands(Ast tree) =>
        tree.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();

    // Pester 6 has assertions such as Should-Be beside Should -Be.
    private static bool IsShould(CommandAst command) =>
        IsNamed(command, "Should") || command.GetCommandName()?.StartsWith("Should-", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsNamed(CommandAst command, string name) =>
        string.Equals(command.GetCommandName(), name, StringComparison.OrdinalIgnoreCase);
}
