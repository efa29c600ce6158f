using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>Questions, where somebody answers and where nobody can.</summary>
public class AskingTests
{
    [Theory]
    [InlineData("Remove-CognitoIdentityPool shop", "Delete identity pool shop")]
    [InlineData("Get-PoolIdentity shop | Remove-PoolIdentity", "Remove identity us-east-1:")]
    [InlineData("Set-PoolGuestAccess shop -Disable -Confirm", "Change identity pool shop")]
    [InlineData("Set-PoolIdentityProvider shop Google -ClientId 2-b.apps.googleusercontent.com", "cut off")]
    public async Task Nobody_to_answer_is_one_error_that_says_how_to_go_on_and_not_a_yes(string command, string question)
    {
        var (code, shown, error) = await ChildShell.RunAsync(
            "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; "
            + "New-CognitoIdentityPool shop -GuestAccess -NoRole -Provider @{ Google = "
            + "'1-a.apps.googleusercontent.com' } | Out-Null; Add-PoolSandboxIdentity shop -Count 3; "
            + $"$Error.Clear(); Set-PoolSandbox -ClearCall; try {{ {command} }} catch {{ }}; "
            + "\"$($Error.Count) $($Error[0].FullyQualifiedErrorId.Split(',')[0]) $($Error[0].ErrorDetails.Message) "
            + "$($Error[0].ErrorDetails.RecommendedAction)\"; "
            + "@((Get-PoolSandbox).Calls | Where-Object Changing).Count");
        Assert.Equal((0, ""), (code, error));
        Assert.Matches(
            $"^(WARNING: .*\n)?1 ConfirmationNotPossible .*{question}.* this host cannot ask\\. Add -Force, or "
                + $"-Confirm:\\$false\\.\n0\n$",
            shown);
    }

    [Theory]
    [InlineData("y", "False")]
    [InlineData("n", "True")]
    public async Task The_question_names_the_pool_and_what_goes_with_it(string answer, string left)
    {
        using var shell = ChildShell.Start(
        [
            "-Command",
            "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; New-CognitoIdentityPool shop "
            + "-GuestAccess -NoRole | Out-Null; "
                + "Remove-CognitoIdentityPool shop; \"left: $([bool](Get-CognitoIdentityPool shop*))\"",
        ]);
        var (code, shown, error) = await ChildShell.EndAsync(shell, answer + "\n");
        Assert.Equal((0, ""), (code, error));
        // The lines of a question are broken at the console's width, also within words.
        var text = shown.Replace("\n", "", StringComparison.Ordinal);
        Assert.Contains("Delete identity pool shop (us-east-1:", text, StringComparison.Ordinal);
        Assert.Contains("All its identities go with it", text, StringComparison.Ordinal);
        Assert.EndsWith($"left: {left}", text, StringComparison.Ordinal);
    }

    [UnixTheory("signal that stands for Ctrl+C in one process")]
    [InlineData("Get-CognitoIdentityPool", "ListIdentityPools")]
    public async Task Ctrl_C_stops_a_call_that_hangs(string command, string operation)
    {
        using var shell = new InteractiveShell();
        await shell.RunAsync(
            $"Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; Set-PoolSandbox -Fault @{{ "
                + $"Operation = '{operation}'; Kind = 'Hang'; Times = 1000 }}");
        var run = shell.RunAsync($"{command} -Verbose; 'went on'");
        // Before the call is on its way, stopping is the easier case.
        await shell.UntilAsync(text => text.Contains($"{operation} in", StringComparison.Ordinal));
        shell.Interrupt();
        Assert.DoesNotContain("went on", await run.WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
    }
}
