using System.Diagnostics;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>Ctrl+C in the middle of a change, and Ctrl+C again in the middle of its undo.</summary>
public class UndoStopTests(InteractiveShell shell) : IClassFixture<InteractiveShell>
{
    [UnixTheory("signal that stands for Ctrl+C in one process")]
    [InlineData(2)]
    public async Task A_second_one_abandons_the_undo_and_what_is_left_is_named(int times)
    {
        Assert.Equal("", await shell.RunAsync(
            "Import-Module CognitoPools; $account = Connect-PoolAccount -Sandbox; "
                + "Set-PoolSandbox -Fault @{ Operation = 'SetIdentityPoolRoles'; Kind = 'Hang'; Times = 9 }, "
                + "@{ Operation = 'DeleteIdentityPool'; Kind = 'Hang'; Times = 9 }"));
        var run = shell.RunAsync("New-CognitoIdentityPool shop -GuestAccess -Verbose; 'went on'");
        await shell.UntilAsync(text => text.Contains("SetIdentityPoolRoles in", StringComparison.Ordinal));
        shell.Interrupt();
        // The undo tells nothing while the pipeline stops, so the sandbox is asked for nothing here; its first call hangs.
        await Task.Delay(TimeSpan.FromSeconds(6));
        var watch = Stopwatch.StartNew();
        for (var time = 1; time < times; time++)
            shell.Interrupt();
        var shown = await run;

        Assert.DoesNotContain("went on", shown, StringComparison.Ordinal);
        Assert.Contains("Left behind: ", shown, StringComparison.Ordinal);
        Assert.Contains("Remove-CognitoIdentityPool ", shown, StringComparison.Ordinal);
        Assert.Contains("IAM role 'shop_guestrole'", shown, StringComparison.Ordinal);
        // Alone, the undo would take the rest of its half minute.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }
}
