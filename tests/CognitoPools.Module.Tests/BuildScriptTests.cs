namespace CognitoPools.Module.Tests;

/// <summary>build.ps1 calls dotnet and Pester and stops at what fails. Both are replaced here: they would build what runs this test.</summary>
public class BuildScriptTests
{
    private static readonly string Script = Path.Combine(PesterFile.Root, "build.ps1");

    // $LASTEXITCODE stays as it is, because no program is called.
    private const string Others = "function dotnet { \"dotnet $(\"$($args[0])\".Split(' ')[0])\" }; function Import-Module { }; ";

    [Theory]
    [InlineData("5.9.1", "Passed", "dotnet test|Pester|")]
    [InlineData("3.4.0", "Passed", "dotnet test|")]
    public async Task Tests_run_on_Pester_too_where_it_is_new_enough(string version, string result, string ran)
    {
        var (code, output, error) = await ChildShell.RunAsync($"{Others}{Pester(version, result)}& '{Script}' -Task Test");
        Assert.Equal((0, ran, ""), (code, output.ReplaceLineEndings("|"), error));
    }

    [Fact]
    public async Task A_test_that_Pester_saw_fail_ends_the_tasks()
    {
        var (code, output, error) = await ChildShell.RunAsync($"{Others}{Pester("5.9.1", "Failed")}try {{ & '{Script}' -Task Test, Package }} catch {{ \"$_\" }}");
        Assert.Equal((0, "dotnet test|Pester|Pester: 2 of 7 tests failed.|", ""), (code, output.ReplaceLineEndings("|"), error));
    }

    private static string Pester(string version, string result) =>
        $"function Get-Module {{ [pscustomobject] @{{ Version = [version] '{version}' }} }}; function Invoke-Pester {{ [Console]::Out.WriteLine('Pester'); [pscustomobject] @{{ Result = '{result}'; FailedCount = 2; TotalCount = 7 }} }}; ";
}
