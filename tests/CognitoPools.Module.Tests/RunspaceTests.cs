using PoolShell;

namespace CognitoPools.Module.Tests;

/// <summary>What a runspace is connected to is its own.</summary>
[Collection(nameof(Shell))]
public class RunspaceTests
{
    [Fact]
    public void Two_runspaces_of_one_process_share_no_account()
    {
        using var one = new StringWriter();
        using var other = new StringWriter();
        using var first = new ShellSession(new ShellHostUI(one, one), Path.Combine(PesterFile.Root, "out"));
        first.Run(new ShellOptions(null, "Import-Module CognitoPools; Connect-PoolAccount -Sandbox -Region eu-west-1 | Out-Null; New-CognitoIdentityPool mine -GuestAccess -NoRole | Out-Null", []));
        using var second = new ShellSession(new ShellHostUI(other, other), Path.Combine(PesterFile.Root, "out"));
        second.Run(new ShellOptions(null, "Import-Module CognitoPools; Connect-PoolAccount -Sandbox -Region ap-south-1 | Out-Null; @(Get-CognitoIdentityPool).Count", []));
        first.Run(new ShellOptions(null, "(Get-PoolAccount).Region; (Get-CognitoIdentityPool).Name", []));
        Assert.Equal("0\n", other.ToString().ReplaceLineEndings("\n"));
        Assert.Equal("eu-west-1\nmine\n", one.ToString().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("Get-CognitoIdentityPool | Select-Object -First 1 | Out-Null")]
    [InlineData("Get-PoolIdentity shop | Select-Object -First 1 | Out-Null")]
    [InlineData("'a', 'b' | New-CognitoIdentityPool -GuestAccess -NoRole | Select-Object -First 1 | Out-Null")]
    [InlineData("Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru | Select-Object -First 1 | Out-Null")]
    public void A_pipeline_that_stops_early_raises_no_error(string pipeline)
    {
        using var output = new StringWriter();
        using var session = new ShellSession(new ShellHostUI(output, output), Path.Combine(PesterFile.Root, "out"));
        session.Run(new ShellOptions(null, $"Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; New-CognitoIdentityPool shop -GuestAccess -NoRole | Out-Null; Add-PoolSandboxIdentity shop -Count 200; {pipeline}; $Error.Count", []));
        // A removal that is cut off says through the host what came of it; nothing else is said.
        Assert.Matches(@"\A(WARNING: [^\n]*identities given: [^\n]*\n)?0\n\z", output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Ten_runspaces_at_once_share_nothing()
    {
        var outputs = Enumerable.Range(0, 10).Select(_ => new StringWriter()).ToList();
        var sessions = outputs.Select(output => new ShellSession(new ShellHostUI(output, output), Path.Combine(PesterFile.Root, "out"))).ToList();
        await Task.WhenAll(sessions.Select((session, number) => Task.Run(() => session.Run(new ShellOptions(null,
            $"Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; New-CognitoIdentityPool shop -GuestAccess -NoRole | Out-Null; Add-PoolSandboxIdentity shop -Count {500 + number}; "
            + "$gone = @(Get-PoolIdentity shop | Select-Object -First 400 | Remove-PoolIdentity -Force -PassThru | Where-Object Status -eq 'Removed').Count; \"$gone $(@(Get-PoolIdentity shop).Count)\"", [])))));
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"400 {100 + number}\n"), outputs.Select(output => output.ToString().ReplaceLineEndings("\n")));
        sessions.ForEach(session => session.Dispose());
    }
}
