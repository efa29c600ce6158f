using System.Management.Automation;
using System.Management.Automation.Language;

namespace CognitoPools.Module.Tests.Reflection;

/// <summary>Where a value can be listed, the Tab key lists it; and no file is offered where no path is meant.</summary>
[Collection(nameof(BuiltModule))]
public sealed class CompletionTests : IDisposable
{
    private const string Nothing = "NothingCompleter";

    private static readonly string[] Listed = ["Pool", "Provider", "Role", "Claim", "Tag", "Region", "Profile"];

    // Names that are new, and those that only the sandbox will know.
    private static readonly string[] NotListed =
    [
        "AuthenticatedRoleName", "GuestRoleName", "RoleName",
        "Set-PoolSandbox OpenIdConnectProvider", "Set-PoolSandbox SamlProvider",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("completion");

    public CompletionTests()
    {
        foreach (var name in new[] { "apple.txt", "has space.txt", "1.json" })
            File.WriteAllText(Path.Combine(folder.FullName, name), "");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "apps"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string, string> Parameters
    {
        get
        {
            var parameters = new TheoryData<string, string>();
            foreach (var (cmdlet, parameter) in All())
                parameters.Add(cmdlet, parameter.Name);
            return parameters;
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_parameter_completes_its_values_or_takes_a_path(string cmdlet, string parameter)
    {
        var found = BuiltModule.Cmdlets[cmdlet].Parameters[parameter];
        Assert.True(
            Completer(found) is not null || TakesPath(found),
            $"{cmdlet} -{parameter} offers the files of the current folder. Give it an [ArgumentCompleter]; "
                + $"{Nothing} offers nothing.");
    }

    [Fact]
    public void No_parameter_leaves_its_choices_to_the_engine()
    {
        // For an enumeration and for ValidateSet the engine asks no completer, and its tooltips repeat the values.
        var without = All()
            .Where(entry => Plain(entry.Parameter.ParameterType).IsEnum
                || entry.Parameter.Attributes.OfType<ValidateSetAttribute>().Any())
            .Select(entry => $"{entry.Cmdlet} -{entry.Parameter.Name}");
        Assert.Empty(without);
    }

    [Fact]
    public void Every_member_of_an_enumeration_has_a_tooltip_that_says_what_it_does()
    {
        var choices = All().Where(entry => Choices(entry.Parameter) is not null).ToList();
        Assert.True(choices.Count > 10);
        foreach (var (cmdlet, parameter) in choices)
        {
            var offered = Complete($"{cmdlet} -{parameter.Name} ");
            Assert.Equal(Enum.GetNames(Choices(parameter)!), offered.Select(result => result.CompletionText));
            Assert.All(offered, result => Assert.True(
                result.ToolTip != result.CompletionText && result.ToolTip.EndsWith('.'),
                $"{cmdlet} -{parameter.Name} {result.CompletionText}: '{result.ToolTip}'"));
        }
    }

    [Fact]
    public void A_parameter_whose_values_can_be_listed_lists_them()
    {
        var without = All()
            .Where(entry => Completer(entry.Parameter) is { Type.Name: Nothing }
                && Array.Exists(Listed, word => entry.Parameter.Name.Contains(word, StringComparison.Ordinal))
                && !NotListed.Contains(entry.Parameter.Name)
                && !NotListed.Contains($"{entry.Cmdlet} {entry.Parameter.Name}"))
            .Select(entry => $"{entry.Cmdlet} -{entry.Parameter.Name}");
        Assert.Empty(without);
    }

    [Fact]
    public void Every_exception_names_a_parameter_that_is_there()
    {
        var all = BuiltModule.Cmdlets.Values.SelectMany(cmdlet => cmdlet.Parameters.Keys.SelectMany(name => new[]
        {
            name,
            $"{cmdlet.Name} {name}",
        })).ToHashSet(StringComparer.Ordinal);
        Assert.All(NotListed, name => Assert.Contains(name, all));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ap")]
    [InlineData("'ap")]
    [InlineData("\"has")]
    [InlineData("1")]
    [InlineData("./")]
    public void No_parameter_offers_files_unless_it_takes_a_path(string typed)
    {
        var offending = All()
            .Where(entry => !TakesPath(entry.Parameter))
            .Where(entry => Complete($"{entry.Cmdlet} -{entry.Parameter.Name} {typed}").Any(IsFile))
            .Select(entry => $"{entry.Cmdlet} -{entry.Parameter.Name}");
        Assert.Empty(offending);
    }

    [Fact]
    public void A_parameter_that_takes_a_path_offers_files()
    {
        var silent = All()
            .Where(entry => TakesPath(entry.Parameter))
            .Where(entry => !Complete($"{entry.Cmdlet} -{entry.Parameter.Name} ap").Any(IsFile))
            .Select(entry => $"{entry.Cmdlet} -{entry.Parameter.Name}");
        Assert.Empty(silent);
    }

    private IReadOnlyList<CompletionResult> Complete(string line)
    {
        var text = CodeGeneration.EscapeSingleQuotedStringContent(line);
        return [.. BuiltModule.Invoke(
            $"Set-Location -LiteralPath '{folder.FullName}'; (TabExpansion2 '{text}' {line.Length}).CompletionMatches")
            .Where(item => item is not null)
            .Select(item => (CompletionResult)item.BaseObject)];
    }

    private static bool IsFile(CompletionResult result) =>
        result.ResultType is CompletionResultType.ProviderItem or CompletionResultType.ProviderContainer;

    // Switches need no value, and the engine's own parameters are not the module's.
    private static IEnumerable<(string Cmdlet, ParameterMetadata Parameter)> All() =>
        from cmdlet in BuiltModule.Cmdlets.Values
        from parameter in cmdlet.Parameters.Values
        where parameter.ParameterType != typeof(SwitchParameter)
            && !Cmdlet.CommonParameters.Contains(parameter.Name)
            && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name)
        select (cmdlet.Name, parameter);

    private static ArgumentCompleterAttribute? Completer(ParameterMetadata parameter) =>
        parameter.Attributes.OfType<ArgumentCompleterAttribute>().SingleOrDefault();

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type;

    private static Type? Choices(ParameterMetadata parameter) =>
        Plain(parameter.ParameterType) is { Name: "Choice`1" } choice ? choice.GetGenericArguments()[0] : null;

    // The engine completes paths by itself. A policy document may be given as the path of its file.
    private static bool TakesPath(ParameterMetadata parameter) =>
        parameter.Name is "PolicyFile" or "Path" or "DifferencePath" or "Backup" or "SuppressionPath" or "UserPool"
            || parameter.Attributes.Any(attribute => attribute.GetType().Name == "PolicyDocumentAttribute");
}
