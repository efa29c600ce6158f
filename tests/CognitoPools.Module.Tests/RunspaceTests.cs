using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>What a runspace is connected to is its own.</summary>
public class RunspaceTests
{
    private const string Connect =
        "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; New-CognitoIdentityPool shop "
            + "-GuestAccess -NoRole | Out-Null; ";

    [Fact]
    public void Two_runspaces_of_one_process_share_no_account()
    {
        using var first = new HostedShell();
        using var second = new HostedShell();
        first.Run(
            "Import-Module CognitoPools; Connect-PoolAccount -Sandbox -Region eu-west-1 | Out-Null; "
                + "New-CognitoIdentityPool mine -GuestAccess -NoRole | Out-Null");
        Assert.Equal(
            "0\n",
            second.Run(
                "Import-Module CognitoPools; Connect-PoolAccount -Sandbox -Region ap-south-1 | Out-Null; "
                    + "@(Get-CognitoIdentityPool).Count"));
        Assert.Equal("eu-west-1\nmine\n", first.Run("(Get-PoolAccount).Region; (Get-CognitoIdentityPool).Name"));
    }

    [Theory]
    [InlineData("Get-CognitoIdentityPool | Select-Object -First 1 | Out-Null")]
    [InlineData("Get-PoolIdentity shop | Select-Object -First 1 | Out-Null")]
    [InlineData("'a', 'b' | New-CognitoIdentityPool -GuestAccess -NoRole | Select-Object -First 1 | Out-Null")]
    [InlineData("Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru | Select-Object -First 1 | Out-Null")]
    public void A_pipeline_that_stops_early_raises_no_error(string pipeline)
    {
        using var shell = new HostedShell();
        Assert.Equal("0\n", shell.Run($"{Connect}Add-PoolSandboxIdentity shop -Count 200; {pipeline}; $Error.Count"));
    }

    [Fact]
    public async Task Ten_runspaces_at_once_share_nothing()
    {
        var shells = Enumerable.Range(0, 10).Select(_ => new HostedShell()).ToList();
        var shown = await Task.WhenAll(shells.Select((shell, number) => Task.Run(() => shell.Run(
            $"{Connect}Add-PoolSandboxIdentity shop -Count {500 + number}; "
            + "$gone = @(Get-PoolIdentity shop | Select-Object -First 400 | Remove-PoolIdentity -Force -PassThru | "
            + "Where-Object Status -eq 'Removed').Count; \"$gone $(@(Get-PoolIdentity shop).Count)\""))));
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"400 {100 + number}\n"), shown);
        shells.ForEach(shell => shell.Dispose());
    }
}
