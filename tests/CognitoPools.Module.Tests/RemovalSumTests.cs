using CognitoPools.TestShell;
using PoolShell;

namespace CognitoPools.Module.Tests;

/// <summary>The sum of a removal, which a terminal shows without being asked.</summary>
public class RemovalSumTests
{
    private const string Sum = "3 identities given: 3 removed, 0 failed, 0 unknown, 0 not sent";

    private const string Setup =
        "$ProgressPreference = 'SilentlyContinue'; Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; "
            + "New-CognitoIdentityPool shop -GuestAccess "
            + "-NoRole | Out-Null; Add-PoolSandboxIdentity shop -Count 3; ";

    [UnixTheory("terminal that a test can make")]
    [InlineData("", 1)]
    [InlineData("-PassThru | Out-Null", 1)]
    [InlineData("-Confirm:$false", 1)]
    [InlineData("-InformationAction Continue", 1)]
    [InlineData("-InformationAction SilentlyContinue", 0)]
    [InlineData("-InformationAction Ignore", 0)]
    [InlineData("6>$null", 0)]
    [InlineData("-WhatIf", 0)]
    public async Task A_terminal_shows_it_once_unless_it_is_not_wanted(string parameters, int times)
    {
        var start = Pwsh.StartInfo(["-NonInteractive", "-Command", Command(parameters)]);
        // The command that util-linux has for a terminal takes one text.
        var text = string.Join(' ', start.ArgumentList.Prepend(start.FileName).Select(Quoted));
        start.FileName = "script";
        start.ArgumentList.Clear();
        foreach (var argument in new[] { "-qec", text, "/dev/null" })
            start.ArgumentList.Add(argument);
        using var shell = ChildShell.Start(start);
        var (code, shown, _) = await ChildShell.EndAsync(shell);

        Assert.Equal(0, code);
        Assert.Contains("the end", shown, StringComparison.Ordinal);
        Assert.Equal(times, shown.Split(Sum).Length - 1);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("-InformationAction Continue", 1)]
    public async Task Redirected_output_has_it_only_when_asked_for(string parameters, int times)
    {
        var (code, shown, error) = await ChildShell.RunAsync(Command(parameters));

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(times, shown.Split(Sum).Length - 1);
    }

    private static string Command(string parameters) =>
        $"{Setup}Get-PoolIdentity shop | Remove-PoolIdentity -Force {parameters}; 'the end'";

    private static string Quoted(string argument) => $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
