using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CognitoPools.Pools.Plans;

/// <summary>Writes a plan as Markdown. Pool and role names are untrusted text, so they must not end a code block, create a link or
/// mention a user. Parentheses are escaped only after brackets, and after a number that would begin a list.</summary>
internal static class PlanMarkdown
{
    private static readonly Regex Marks = new(@"[\\`*_{}\[\]<>&#!|~]|(?<=\])\(|(?<=\A\d+)\)|(?<=:)/(?=/)|(?<=www)\.", RegexOptions.CultureInvariant);
    private static readonly Regex Backticks = new("`+", RegexOptions.CultureInvariant);
    private static readonly Regex Spaces = new(@"\s+", RegexOptions.CultureInvariant);

    public static string Write(PoolPlan plan)
    {
        var text = new StringBuilder();
        text.Append("## Plan for ").Append(Code(plan.IdentityPool)).Append(" in ").Append(Code(plan.Region)).Append("\n\n");
        foreach (var warning in plan.Warnings)
            text.Append("> **Warning:** ").Append(Prose(warning)).Append("\n\n");
        if (plan.IsEmpty)
            text.Append("Nothing to change.\n");
        for (var index = 0; index < plan.Steps.Count; index++)
            Step(text, (index + 1).ToString(CultureInfo.InvariantCulture) + ". ", plan.Steps[index]);
        if (Placeholders.Explain(plan.ToString()) is { } explanation)
            text.Append(Prose(explanation)).Append('\n');
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Step(StringBuilder text, string number, PlanStep step)
    {
        var indent = new string(' ', number.Length);
        text.Append(number).Append(Prose(step.Description)).Append(" (").Append(Code(step.Operation)).Append(')');
        if (!step.CanBeUndone)
            text.Append(" **cannot be undone**");
        text.Append('\n');
        foreach (var change in step.Changes)
            text.Append(indent).Append("- ").Append(Code(change)).Append('\n');
        foreach (var document in step.Documents)
        {
            var fence = Longer(document.Text, least: 3);
            text.Append('\n').Append(indent).Append(Prose(document.Title)).Append("\n\n").Append(indent).Append(fence).Append("json\n");
            foreach (var line in document.Text.Replace("\r", "").Split('\n'))
                text.Append(indent).Append(line).Append('\n');
            text.Append(indent).Append(fence).Append('\n');
        }
        text.Append('\n');
    }

    /// <summary>Text in one line, with all Markdown characters escaped. An empty comment prevents user mentions.</summary>
    private static string Prose(string text) =>
        Marks.Replace(OneLine(text), mark => mark.Value == "#" ? @"\#<!-- -->" : @"\" + mark.Value).Replace("@", "@<!-- -->");

    private static string Code(string text)
    {
        var line = OneLine(text);
        var fence = Longer(line, least: 1);
        var space = line.Length == 0 || line[0] == '`' || line[line.Length - 1] == '`' ? " " : "";
        return fence + space + line + space + fence;
    }

    private static string OneLine(string text) => ShownText.Of(Spaces.Replace(text, " "));

    private static string Longer(string text, int least) => new('`', Math.Max(
        least, Backticks.Matches(text).Cast<Match>().Select(run => run.Length + 1).DefaultIfEmpty(0).Max()));
}
