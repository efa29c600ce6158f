using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Reflection;

/// <summary>What every cmdlet owes its users; the rules of PSScriptAnalyzer that concern cmdlets are among them.</summary>
[Collection(nameof(BuiltModule))]
public partial class CmdletTests
{
    private static readonly string[] Writing =
    [
        "Add",
        "Clear",
        "Copy",
        "Export",
        "Import",
        "Invoke",
        "Merge",
        "Move",
        "New",
        "Remove",
        "Rename",
        "Reset",
        "Set",
        "Update",
    ];

    private static readonly string[] CannotBeUndone = ["Merge", "Remove"];

    // One only chooses what the runspace uses; of the others nothing is left to write.
    private static readonly string[] WithoutOutput =
    [
        "Disconnect-PoolAccount",
        "Remove-PoolDeveloperIdentity",
        "Remove-PoolIdentityLogin",
    ];

    // These make text or an object, and change nothing anywhere.
    private static readonly string[] OnlyMaking =
    [
        "New-PoolRolePolicy",
        "New-PoolRoleRule",
        "New-PoolSandboxToken",
        "New-PoolTrustPolicy",
    ];

    public static TheoryData<string> Names => [.. BuiltModule.Cmdlets.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_an_approved_verb_and_a_singular_noun(string name)
    {
        var cmdlet = BuiltModule.Cmdlets[name];
        var approved = new[]
        {
            typeof(VerbsCommon),
            typeof(VerbsCommunications),
            typeof(VerbsData),
            typeof(VerbsDiagnostic),
            typeof(VerbsLifecycle),
            typeof(VerbsOther),
            typeof(VerbsSecurity),
        }
            .SelectMany(verbs => verbs.GetFields()).Select(field => (string)field.GetValue(null)!);
        Assert.Contains(cmdlet.Verb, approved);
        Assert.True(!cmdlet.Noun.EndsWith('s') || cmdlet.Noun.EndsWith("ss", StringComparison.Ordinal), cmdlet.Noun);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_sealed_and_named_after_verb_and_noun(string name)
    {
        var type = BuiltModule.Cmdlets[name].ImplementingType;
        Assert.True(type.IsSealed);
        Assert.Equal(name.Replace("-", "", StringComparison.Ordinal) + "Command", type.Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_what_it_writes(string name) =>
        Assert.Equal(WithoutOutput.Contains(name), BuiltModule.Cmdlets[name].OutputType.Count == 0);

    [Theory]
    [MemberData(nameof(Names))]
    public void Asks_before_it_changes_something(string name)
    {
        var cmdlet = BuiltModule.Cmdlets[name];
        var attribute = cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!;
        Assert.Equal(Writing.Contains(cmdlet.Verb) && !OnlyMaking.Contains(name), attribute.SupportsShouldProcess);
        Assert.Equal(CannotBeUndone.Contains(cmdlet.Verb), attribute.ConfirmImpact == ConfirmImpact.High);
        Assert.Equal(attribute.SupportsShouldProcess, cmdlet.Parameters.ContainsKey("Force"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Takes_switches_and_not_booleans_and_at_most_one_pipeline_value_in_a_set(string name)
    {
        var cmdlet = BuiltModule.Cmdlets[name];
        Assert.DoesNotContain(cmdlet.Parameters.Values, parameter => parameter.ParameterType == typeof(bool));
        // A provider names its pool; with the pool as an argument, what is piped is the provider alone.
        var most = cmdlet.Noun == "PoolIdentityProvider" && cmdlet.Verb != "Get" ? 2 : 1;
        Assert.All(
            cmdlet.ParameterSets,
            set => Assert.True(set.Parameters.Count(parameter => parameter.ValueFromPipeline) <= most, set.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_complete_help(string name)
    {
        var help = BuiltModule.Invoke($"Get-Help {name} -Full").Single();
        Assert.NotEqual("", Text(help, "Synopsis"));
        Assert.NotEmpty(((object[])help.Properties["description"].Value).Cast<PSObject>());
        var examples = BuiltModule.Invoke($"(Get-Help {name} -Full).examples.example");
        Assert.True(examples.Count >= 3);
        Assert.All(examples, example => Assert.Contains(name, Text(example, "code"), StringComparison.Ordinal));
        var documented = BuiltModule.Invoke(
            $"(Get-Help {name} -Full).parameters.parameter | Where-Object {{ $_.description.Text }} | ForEach-Object name")
            .Select(item => item.ToString());
        var own = BuiltModule.Cmdlets[name].Parameters.Keys.Except(Cmdlet.CommonParameters, StringComparer.Ordinal);
        Assert.Equal(own.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_help_on_what_it_takes_writes_and_calls_and_where_to_read_on(string name)
    {
        var page = string.Join("\n", BuiltModule.Invoke($"Get-Help {name} -Full | Out-String -Width 500"));
        Assert.Matches(@"(?s)\nINPUTS\s+\S+\s+\S+.*\nOUTPUTS\s+\S+\s+\S+.*\nNOTES\s+Calls: ", page);
        Assert.Matches(@"(?s)---------- Example 1: .*---------- Example 2: .*---------- Example 3: ", page);
        Assert.Matches(@"(?s)\nRELATED LINKS.*about_CognitoPools.*https://docs\.aws\.amazon\.com/", page);
        var takes = BuiltModule.Invoke(
            $"(Get-Help {name} -Full).inputTypes.inputType | ForEach-Object {{ $_.description.Text }}");
        var piped = BuiltModule.Cmdlets[
            name].Parameters.Values.Any(parameter => parameter.ParameterSets.Values.Any(set => set.ValueFromPipeline
            || set.ValueFromPipelineByPropertyName));
        Assert.Equal(piped, !takes.Any(text => text.ToString() == "You cannot pipe objects to this cmdlet."));
        var writes = BuiltModule.Invoke($"(Get-Help {name} -Full).returnValues.returnValue.type.name")
            .Select(item => item.ToString());
        Assert.Equal(
            WithoutOutput.Contains(name) ? ["None"] : BuiltModule.Cmdlets[name].OutputType.Select(type => type.Name),
            writes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_a_Pester_file_and_a_row_in_the_README(string name)
    {
        Assert.True(File.Exists(Path.Combine(Repository.Root, "tests", name + ".Tests.ps1")));
        Assert.Contains(
            $"| [`{name}`](docs/{name}.md) |",
            File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_lists_every_cmdlet_and_no_other()
    {
        var assembly = BuiltModule.Cmdlets.Values.First().ImplementingType.Assembly;
        var built = assembly.GetExportedTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(attribute => $"{attribute.VerbName}-{attribute.NounName}");
        var listed = CmdletName().Matches(File.ReadAllText(Path.Combine(Repository.Module, "CognitoPools.psd1")))
            .Select(match => match.Groups[1].Value);
        Assert.Equal(built.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal(built.Order(StringComparer.Ordinal), BuiltModule.Cmdlets.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_changelogs_newest_version_is_the_manifests()
    {
        var version = BuiltModule.Invoke("(Get-Module CognitoPools).Version").Single().ToString();
        var newest = File.ReadLines(Path.Combine(Repository.Root, "CHANGELOG.md"))
            .First(line => line.StartsWith("## ", StringComparison.Ordinal));
        Assert.StartsWith($"## {version}", newest, StringComparison.Ordinal);
    }

    [Fact]
    public void Views_name_real_types_and_real_properties()
    {
        var assemblies = BuiltModule.Cmdlets.Values.First().ImplementingType.Assembly;
        var context = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assemblies)!;
        var own = new[]
        {
            "CognitoPools",
            "CognitoPools.Core",
            "CognitoPools.Sandbox",
        }.Select(name => context.LoadFromAssemblyName(new AssemblyName(name))).ToList();
        Type? Find(string name) => own.Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null);
        var views = XDocument.Load(Path.Combine(Repository.Module, "CognitoPools.Format.ps1xml")).Descendants("View").ToList();
        Assert.NotEmpty(views);
        foreach (var view in views)
        {
            var type = Find(view.Descendants("TypeName").Single().Value);
            Assert.True(type is not null, view.Descendants("TypeName").Single().Value);
            Assert.All(
                view.Descendants("PropertyName"),
                property => Assert.True(type.GetProperty(property.Value) is not null, $"{type.Name}.{property.Value}"));
            Assert.All(
                view.Descendants("ScriptBlock").SelectMany(script => ItemProperty().Matches(script.Value)),
                match => Assert.True(
                    type.GetProperty(match.Groups[1].Value) is not null, $"{type.Name}.{match.Groups[1].Value}"));
        }
    }

    [Fact]
    public void Every_type_that_a_cmdlet_writes_has_a_view()
    {
        var viewed = XDocument.Load(Path.Combine(Repository.Module, "CognitoPools.Format.ps1xml"))
            .Descendants("TypeName")
            .Select(name => name.Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(
            BuiltModule.Cmdlets.Values.SelectMany(cmdlet => cmdlet.OutputType)
                .Where(type => type.Type != typeof(string) && type.Type != typeof(bool) && type.Type != typeof(FileInfo)),
            type => Assert.Contains(type.Name, viewed));
    }

    [Fact]
    public void No_cmdlet_writes_to_the_console()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains(
                $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        // The one exception hears a second Ctrl+C during an undo, which the engine hands to nobody.
        Assert.Equal(
            ["UndoInterrupt.cs"],
            sources.Where(path => File.ReadAllText(path).Contains("Console.", StringComparison.Ordinal)).Select(Path.GetFileName));
    }

    [Fact]
    public void A_second_import_keeps_the_cmdlets_and_the_connection()
    {
        var count = BuiltModule.Invoke(
            "Connect-PoolAccount -Sandbox | Out-Null; Import-Module CognitoPools -Force; (Get-Command -Module "
                + "CognitoPools).Count, (Get-PoolAccount).IsSandbox");
        Assert.Equal([BuiltModule.Cmdlets.Count, true], count.Select(item => item.BaseObject));
    }

    [Fact]
    public void Importing_the_manifest_at_the_root_says_which_path_to_import()
    {
        var message = BuiltModule.Invoke(
            $"try {{ Import-Module '{Repository.Root}/CognitoPools.psd1' -ErrorAction Stop }} catch {{ \"$_\" }}")
            .Single()
            .ToString();
        Assert.Contains(
            $"Import-Module '{Path.Combine(Repository.Module, "CognitoPools.psd1")}'",
            message, StringComparison.Ordinal);
    }

    private static string Text(PSObject item, string property) => item.Properties[property]?.Value?.ToString()?.Trim() ?? "";

    [GeneratedRegex(@"^\s+'([A-Z][a-z]+-[A-Za-z]+)'\s*$", RegexOptions.Multiline)]
    private static partial Regex CmdletName();

    [GeneratedRegex(@"\$_\.([A-Za-z]+)")]
    private static partial Regex ItemProperty();
}
