namespace CognitoPools.Module.Tests;

/// <summary>The files whose subject is dates and identities, in a process that lives at the other end of the world.</summary>
[Collection(nameof(Shell))]
public class TimeZoneTests
{
    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/St_Johns")]
    public async Task The_tests_pass_in_another_time_zone(string zone)
    {
        string[] files = ["Get-PoolIdentity", "Measure-PoolIdentity", "Remove-PoolIdentity", "Add-PoolSandboxIdentity", "Set-PoolSandbox", "Get-PoolSandbox"];
        var script = $". '{PesterFile.Root}/tests/MiniPester/MiniPester.ps1'; "
            + $"foreach ($file in '{string.Join("','", files)}') {{ Invoke-MiniPester \"{PesterFile.Root}/tests/$file.Tests.ps1\" | Where-Object Result -ne Skipped | ForEach-Object {{ \"$($_.Result): $($_.Name) $($_.Message)\" }} }} ; \"zone: $([TimeZoneInfo]::Local.Id)\"";
        var (code, output, error) = await ChildShell.RunAsync(script, ("TZ", zone));

        Assert.True(code == 0, error);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Contains($"zone: {zone}", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("Failed:", StringComparison.Ordinal));
        var passed = lines.Count(line => line.StartsWith("Passed:", StringComparison.Ordinal));
        Assert.True(passed > 30, $"Only {passed} tests ran.");
        PesterCounts.Add($"{files.Length} files (TZ={zone}): {passed} passed, 0 failed, 0 skipped");
    }
}
