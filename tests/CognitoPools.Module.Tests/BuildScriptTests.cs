using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>build.ps1 only calls dotnet, and stops at what fails. dotnet is replaced here: it would build what runs
/// this test.</summary>
public class BuildScriptTests
{
    private static readonly string Script = Path.Combine(Repository.Root, "build.ps1");

    [Theory]
    [InlineData("-Task Test", "dotnet test|")]
    [InlineData("-Task Clean, Build, Test, Package", "dotnet clean|dotnet build|dotnet test|dotnet build|")]
    [InlineData("", "dotnet build|")]
    public async Task A_task_is_a_call_of_dotnet_and_nothing_else(string arguments, string called) =>
        Assert.Equal((0, called, ""), await RunAsync(arguments, exitCode: 0));

    [Fact]
    public async Task A_task_that_fails_ends_the_tasks()
    {
        var (code, output, error) = await RunAsync("-Task Test, Package", exitCode: 3);
        Assert.Equal((1, ""), (code, error));
        Assert.Matches(@"^dotnet test\|dotnet test .* ended with exit code 3\.\|$", output);
    }

    private static async Task<(int Code, string Called, string Error)> RunAsync(string arguments, int exitCode)
    {
        var dotnet = $"function dotnet {{ \"dotnet $($args[0])\"; $global:LASTEXITCODE = {exitCode} }}; ";
        var (code, output, error) = await ChildShell.RunAsync(
            $"{dotnet}try {{ & '{Script}' {arguments} }} catch {{ \"$_\"; exit 1 }}");
        return (code, output.ReplaceLineEndings("|"), error);
    }
}
