using System.Text.RegularExpressions;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>The GitHub Actions workflow runs what the README promises; only a runner can show that it passes.</summary>
public partial class WorkflowTests
{
    private static readonly string Workflow = Read(".github", "workflows", "ci.yml");

    [Fact]
    public void Runs_the_two_commands_of_the_README()
    {
        var section = Read("README.md").Split("## Two commands\n")[1];
        var commands = section.Split("```")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, commands.Length);
        // What the workflow does not run itself, it runs by .ci/run.
        Assert.Contains("run: .ci/run\n", Workflow, StringComparison.Ordinal);
        var run = Workflow + Read(".ci", "run");
        Assert.All(commands, command => Assert.Contains(command, run, StringComparison.Ordinal));
    }

    [Fact]
    public void Builds_with_the_official_SDK_packages_and_packs_as_the_README_says()
    {
        Assert.All(["dotnet build -p:UseAwsSdkPackages=true", "./build.ps1", "Package"], part =>
        {
            Assert.Contains(part, Read("README.md"), StringComparison.Ordinal);
            Assert.Contains(part, Workflow, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("ubuntu-latest")]
    [InlineData("windows-latest")]
    [InlineData("macos-latest")]
    public void Runs_on(string system) =>
        Assert.Contains(system, MatrixLine().Match(Workflow).Groups[1].Value, StringComparison.Ordinal);

    [Fact]
    public void Runs_the_Pester_files_in_Windows_PowerShell_which_dotnet_test_cannot()
    {
        var step = Steps().Single(step => step.Contains("shell: powershell\n", StringComparison.Ordinal));
        Assert.Contains("Import-Module Pester -RequiredVersion 5.9.1\n", step, StringComparison.Ordinal);
        Assert.Contains("Invoke-Pester tests -CI", step, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_only_files_that_are_there()
    {
        Assert.DoesNotContain('\t', Workflow);
        var named = FileName().Matches(Workflow).Select(match => match.Value).Distinct().ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(Path.Exists(Path.Combine(Repository.Root, name)), name));
    }

    private static IEnumerable<string> Steps() => Workflow.Split("\n      - ");

    private static string Read(params string[] path) =>
        File.ReadAllText(Path.Combine([Repository.Root, .. path])).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^ +os: \[(.+)\]$", RegexOptions.Multiline)]
    private static partial Regex MatrixLine();

    [GeneratedRegex(@"\.ci/run|global\.json|build\.ps1|tools/\w+|examples/\w+\.ps1")]
    private static partial Regex FileName();
}
