using System.Diagnostics;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>PoolShell hands everything on to PowerShell, with the built module in reach and without the user's profile.</summary>
public sealed class PoolShellTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pool shell");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_script_beside_the_caller_gets_its_arguments_and_its_input_and_ends_the_process()
    {
        Write(
            "script.ps1",
            "param([string]$Name, [switch]$Loud) \"$Name $Loud $($args -join '|')\"; @($input) -join ','; exit 7");
        Assert.Equal(
            (7, "x y True a\"b||c\nin,put\n", ""),
            await RunAsync(["script.ps1", "-Name", "x y", "-Loud", "a\"b", "", "c"], "in\nput\n"));
    }

    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("Get-NoSuchThing", 1)]
    public async Task The_exit_code_of_a_command_is_PowerShells(string command, int exitCode) =>
        Assert.Equal(exitCode, (await RunAsync(["-Command", command])).Code);

    [Fact]
    public async Task A_prompt_is_connected_to_a_sandbox_and_says_what_to_try_in_three_lines()
    {
        var (code, output, error) = await RunAsync([], "'sandbox: ' + (Get-PoolAccount).IsSandbox\nexit 5\n");
        Assert.Equal((5, ""), (code, error));
        var lines = output.Split('\n');
        Assert.All(
            ["New-CognitoIdentityPool", "Set-PoolGuestAccess", "Get-Help"],
            (cmdlet, number) => Assert.StartsWith(cmdlet, lines[number], StringComparison.Ordinal));
        Assert.All(lines.Take(3), line => Assert.InRange(line.Length, 1, 80));
        Assert.StartsWith("PS ", lines[3], StringComparison.Ordinal);
        Assert.Contains("sandbox: True", output, StringComparison.Ordinal);
    }

    [UnixTheory("variables that move the folders of a user")]
    [InlineData("Import-Module CognitoPools; (Get-Module CognitoPools).ModuleBase")]
    public async Task The_built_module_comes_before_one_that_the_user_installed_and_no_profile_is_run(string command)
    {
        Write("powershell/Modules/CognitoPools/CognitoPools.psm1", "'the installed one'");
        Write("powershell/profile.ps1", "'the profile'");
        Assert.Equal(
            (0, Repository.Module + "\n", ""),
            await RunAsync(["-Command", command], "", ("XDG_DATA_HOME", folder.FullName), ("XDG_CONFIG_HOME", folder.FullName)));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(
        IEnumerable<string> arguments, string input = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PoolShell.dll"), .. arguments])
        {
            WorkingDirectory = folder.FullName,
        };
        using var process = ChildShell.Start(start, environment);
        return await ChildShell.EndAsync(process, input);
    }
}
