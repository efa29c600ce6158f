using System.Text.RegularExpressions;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>Questions, where somebody answers and where nobody can.</summary>
public partial class AskingTests
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
        // An error that ends the command has cause and cure in its message, and no recommended action.
        Assert.Matches(
            $"^(WARNING: .*\n)?1 ConfirmationNotPossible .*{question}.* this host cannot prompt for it\\. Add -Force, or "
                + $"-Confirm:\\$false\\. \n0\n$",
            shown);
    }

    [Theory]
    [InlineData("y", 1, "1 identity", "False")]
    [InlineData("n", 60, "60 identities", "True")]
    [InlineData("", 61, "more than 60 identities", "True")]
    public async Task The_question_names_the_pool_and_what_goes_with_it_and_its_default_is_no(
        string answer, int identities, string count, string left)
    {
        using var shell = ChildShell.Start(
        [
            "-Command",
            "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; New-CognitoIdentityPool shop "
            + $"-GuestAccess -NoRole | Out-Null; Add-PoolSandboxIdentity shop -Count {identities}; "
                + "Remove-CognitoIdentityPool shop; \"left: $([bool](Get-CognitoIdentityPool shop*))\"",
        ]);
        var (code, shown, error) = await ChildShell.EndAsync(shell, answer + "\n");
        Assert.Equal((0, ""), (code, error));
        // The lines of a question are broken at the console's width, also within words.
        var text = shown.Replace("\n", "", StringComparison.Ordinal);
        Assert.Contains("Delete identity pool shop (us-east-1:", text, StringComparison.Ordinal);
        Assert.Contains($") with {count}? Apps that use it", text, StringComparison.Ordinal);
        Assert.Contains("(default is \"N\")", text, StringComparison.Ordinal);
        Assert.EndsWith($"left: {left}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Remove-CognitoIdentityPool shop", 1, 0)]
    [InlineData("Remove-CognitoIdentityPool shop -RemoveRole", 3, 1)]
    [InlineData("Remove-CognitoIdentityPool shop -RemoveRole -AsPlan | Invoke-PoolPlan", 1, 1)]
    [InlineData("Remove-CognitoIdentityPool shop -AsPlan | Invoke-PoolPlan -Confirm", 1, 0)]
    [InlineData("Set-CognitoIdentityPool shop -DeveloperProviderName login.example -Confirm", 1, 0)]
    [InlineData("Remove-PoolRole spare", 1, 0)]
    [InlineData("Remove-PoolIdentityProvider shop Google", 0, 0)]
    [InlineData("Set-PoolIdentityProvider shop Google -ClientId 2-b.apps.googleusercontent.com", 0, 0)]
    [InlineData("$old | Import-CognitoIdentityPool -Prune", 1, 1)]
    [InlineData("$old | Import-CognitoIdentityPool -Prune -Confirm", 1, 1)]
    public async Task A_question_says_once_that_a_step_cannot_be_undone_and_repeats_no_warning(
        string command, int steps, int warnings)
    {
        using var shell = ChildShell.Start(
        [
            "-Command",
            "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; New-CognitoIdentityPool shop -GuestAccess "
            + "-Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null; $old = (Export-CognitoIdentityPool shop).Text; "
            + "New-CognitoIdentityPool other -GuestAccess -GuestRole shop_guestrole -RepairTrust -WarningAction Ignore | "
            + "Out-Null; New-PoolRole shop Authenticated -RoleName spare | Out-Null; Set-PoolSandbox -ClearCall; "
            + command + "; \"changed: $(@((Get-PoolSandbox).Calls | Where-Object Changing).Count)\"",
        ]);
        var (code, shown, error) = await ChildShell.EndAsync(shell, "n\nn\n");
        Assert.Equal((0, ""), (code, error));
        Assert.EndsWith("changed: 0\n", shown, StringComparison.Ordinal);
        var lines = shown.Split('\n');
        var warned = lines.Where(line => line.StartsWith("WARNING: ", StringComparison.Ordinal)).ToList();
        Assert.Equal(warnings, warned.Count);
        // The lines of a question are broken at the console's width, also within words.
        var question = Letters(string.Concat(lines.Except(warned)));
        Assert.Equal(steps, Irreversible().Count(question));
        Assert.All(
            warned.SelectMany(line => line["WARNING: ".Length..].Split(". ")),
            sentence => Assert.DoesNotContain(Letters(sentence), question, StringComparison.Ordinal));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    [GeneratedRegex("undone|restored|bringsitback|forgood|permanent|irreversibl", RegexOptions.IgnoreCase)]
    private static partial Regex Irreversible();

    [Theory]
    [InlineData("Get-PoolIdentity shop | Remove-PoolIdentity", "4")]
    [InlineData("Remove-PoolIdentityProvider shop Google", "4")]
    [InlineData("Remove-PoolDeveloperIdentity shop anna", "4")]
    [InlineData("Merge-PoolDeveloperIdentity shop anna ben", "4")]
    [InlineData("Remove-CognitoIdentityPool shop -Force -Confirm", "4")]
    [InlineData("Set-PoolIdentityProvider shop Google -ClientId 2-b.apps.googleusercontent.com", "4")]
    [InlineData("Remove-CognitoIdentityPool shop -Force", "0")]
    [InlineData("Remove-CognitoIdentityPool shop -Confirm:$false", "0")]
    [InlineData("$ConfirmPreference = 'None'; Remove-CognitoIdentityPool shop", "0")]
    public async Task Return_alone_destroys_nothing(string command, string left)
    {
        using var shell = ChildShell.Start(
        [
            "-Command",
            "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; New-CognitoIdentityPool shop -GuestAccess "
            + "-NoRole -DeveloperProviderName login.example -Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null; "
            + "Add-PoolSandboxIdentity shop -Count 2; 'anna', 'ben' | ForEach-Object { New-PoolDeveloperToken shop $_ | Out-Null }; "
            + $"Set-PoolSandbox -ClearCall; {command}; "
            + "\"changed: $(@((Get-PoolSandbox).Calls | Where-Object Changing).Count -gt 0)\"; "
            + "\"left: $(if (Get-CognitoIdentityPool shop*) { @(Get-PoolIdentity shop).Count } else { 0 })\"",
        ]);
        var (code, shown, error) = await ChildShell.EndAsync(shell, string.Concat(Enumerable.Repeat("\n", 4)));
        Assert.Equal((0, ""), (code, error));
        Assert.EndsWith($"changed: {left == "0"}\nleft: {left}\n", shown, StringComparison.Ordinal);
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
