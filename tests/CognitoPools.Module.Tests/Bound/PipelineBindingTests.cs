using System.Management.Automation;
using System.Text.RegularExpressions;
using CognitoPools.Module.Tests.Reflection;

namespace CognitoPools.Module.Tests.Bound;

/// <summary>A value does the same whichever way it comes: as an argument, as a column of a row, as an entry of a hashtable, from
/// a script block, in a list, and through the pipeline by itself.</summary>
[Collection(nameof(BuiltModule))]
public sealed partial class PipelineBindingTests(SceneTests.OneRecorder recorder) : IClassFixture<SceneTests.OneRecorder>
{
    private readonly Recorder recorder = recorder.Recorder;

    public static TheoryData<string> Names => [.. Scenes.All
        .Where(scene => BuiltModule.Cmdlets[scene.Cmdlet].Parameters.Values.Any(TakesColumn))
        .Select(scene => scene.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_setting_does_the_same_from_a_row_a_table_and_a_script_block(string name)
    {
        var scene = Scenes.All.Single(known => known.Name == name);
        var parameters = BuiltModule.Cmdlets[scene.Cmdlet].Parameters;
        var wrong = new List<string>();
        foreach (var value in scene.Values.Where(value => !value.Contains(" -", StringComparison.Ordinal)))
        {
            var parameter = parameters[Scene.ParameterOf(value)];
            if (!TakesColumn(parameter))
                continue;
            var text = value.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at
                ? $"(& {{ param($value) , $value }} {value[(at + 1)..]})"
                : "$true";
            var expected = recorder.Record(scene, value);
            void Check(string way, string call)
            {
                var actual = recorder.Run(scene, call);
                if (actual != expected)
                    wrong.Add($"{parameter.Name} by {way}: {call}\n{actual}\nand as an argument\n{expected}");
            }

            var (item, call) = WithoutItem(scene.Call);
            Check("row", $"[pscustomobject]@{{ {item}{parameter.Name} = {text} }} | {call}");
            if (item.Length > 0)
                Check("table", $"@{{ {item}{parameter.Name} = {text} }} | {call}");
            if (!parameter.SwitchParameter)
                Check("script block", $"[pscustomobject]@{{ {item}Kept = {text} }} | {call} -{parameter.Name} {{ $_.Kept }}");
            if (parameter.ParameterType.IsArray)
                Check("list", $"{scene.Call} -{parameter.Name} @({text})");
        }
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    public static TheoryData<string> OfItems => [.. Scenes.All.Where(scene => WithoutItem(scene.Call).Item.Length > 0).Select(scene => scene.Name)];

    [Theory]
    [MemberData(nameof(OfItems))]
    public void An_item_does_the_same_by_value_by_its_names_from_a_script_block_and_in_a_list(string name)
    {
        var scene = Scenes.All.Single(known => known.Name == name);
        var expected = recorder.Record(scene);
        var (item, call) = WithoutItem(scene.Call);
        var (parameter, value) = (Item().Match(scene.Call).Groups["name"].Value, Item().Match(scene.Call).Groups["value"].Value);
        var aliases = BuiltModule.Cmdlets[scene.Cmdlet].Parameters[parameter].Aliases;
        string[] calls =
        [
            $"{Quoted(value)} | {call}",
            $"@{{ {item} }} | {call}",
            .. aliases.Prepend(parameter).Select(column => $"[pscustomobject]@{{ {column} = {Quoted(value)} }} | {call}"),
            $"[pscustomobject]@{{ Kept = {Quoted(value)} }} | {call} -{parameter} {{ $_.Kept }}",
            $"{call} -{parameter} @({Quoted(value)})",
        ];
        var wrong = calls.Select(text => (text, Outcome: recorder.Run(scene, text))).Where(run => run.Outcome != expected).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Select(run => $"{run.text}\n{run.Outcome}\nand as an argument\n{expected}")));
    }

    private static bool TakesColumn(ParameterMetadata parameter) =>
        parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.ValueFromPipelineByPropertyName);

    // The call without its item, and the item as the entry of a table.
    private static (string Item, string Call) WithoutItem(string call) => Item().Match(call) is { Success: true } match
        ? ($"{match.Groups["name"].Value} = {Quoted(match.Groups["value"].Value)}; ", call.Remove(match.Index, match.Length))
        : ("", call);

    private static string Quoted(string value) => value.StartsWith('$') ? value : $"'{value}'";

    [GeneratedRegex(@" -(?<name>IdentityPool|Identity) (?<value>[\w$-]+)(?=\s|\z)")]
    private static partial Regex Item();
}
