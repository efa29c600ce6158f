using PoolShell;

namespace CognitoPools.Module.Tests;

/// <summary>The shell behaves as pwsh does.</summary>
[Collection(nameof(Shell))]
public class PoolShellTests
{
    [Theory]
    [InlineData("'hello'", 0, "hello\n")]
    [InlineData("exit 3", 3, "")]
    [InlineData("'a'; exit 7; 'b'", 7, "a\n")]
    [InlineData("Write-Warning 'careful'", 0, "WARNING: careful\n")]
    [InlineData("Write-Verbose 'more' -Verbose", 0, "VERBOSE: more\n")]
    [InlineData("Write-Host 'seen'", 0, "seen\n")]
    [InlineData("1..5 | Select-Object -First 2", 0, "1\n2\n")]
    [InlineData("1..5 | Select-Object -Last 2", 0, "4\n5\n")]
    [InlineData("1..5 | Select-Object -Skip 3", 0, "4\n5\n")]
    [InlineData("3, 1, 2 | Sort-Object", 0, "1\n2\n3\n")]
    [InlineData("3, 1, 2 | Sort-Object -Descending", 0, "3\n2\n1\n")]
    [InlineData("(1, 1, 2 | Group-Object | ForEach-Object { \"$($_.Name)x$($_.Count)\" }) -join ' '", 0, "1x2 2x1\n")]
    [InlineData("(1, 2, 3 | Measure-Object -Sum).Sum", 0, "6\n")]
    [InlineData("[pscustomobject]@{ a = 1; b = 2 } | Select-Object b | ForEach-Object { $_.psobject.Properties.Name }", 0, "b\n")]
    [InlineData("[pscustomobject]@{ a = 1 } | Select-Object @{ Name = 'c'; Expression = { $_.a + 1 } } | ForEach-Object c", 0, "2\n")]
    [InlineData("'{\"a\":[1,true,null]}' | ConvertFrom-Json | ConvertTo-Json -Compress", 0, "{\"a\":[1,true,null]}\n")]
    [InlineData("'one' | Out-String -Stream", 0, "one\n")]
    public void Runs_a_command(string command, int exitCode, string output)
    {
        var (code, shown, error) = Run(command);
        Assert.Equal(("", exitCode, output), (error, code, shown));
    }

    [Fact]
    public void Import_Csv_reads_quoted_fields_and_leaves_out_empty_lines()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "Name,Text\r\none,\"a, \"\"b\"\"\"\r\n\r\ntwo,\n");
            var (_, shown, error) = Run($"Import-Csv '{path}' | ForEach-Object {{ \"$($_.Name)=$($_.Text)\" }}");
            Assert.Equal(("", "one=a, \"b\"\ntwo=\n"), (error, shown));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("throw 'oops'", 1, "oops")]
    [InlineData("Get-NoSuchThing", 1, "Get-NoSuchThing")]
    [InlineData("if (", 1, "Missing")]
    public void A_command_that_fails_ends_with_1_and_says_why(string command, int exitCode, string message)
    {
        var (code, shown, error) = Run(command);
        Assert.Equal(exitCode, code);
        Assert.Contains(message, shown + error, StringComparison.Ordinal);
    }

    [Fact]
    public void Select_Object_First_stops_the_commands_upstream()
    {
        var (_, shown, error) = Run("$n = 0; 1..1000 | ForEach-Object { $script:n++; $_ } | Select-Object -First 3 | Out-Null; $script:n");
        Assert.Equal(("", "3\n"), (error, shown));
    }

    [Fact]
    public void Redirection_writes_a_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            Assert.Equal((0, "", ""), Run($"'kept' > '{path}'; 'more' >> '{path}'"));
            Assert.Equal("kept\nmore\n", File.ReadAllText(path).ReplaceLineEndings("\n"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("Select-Object -NoSuchParameter 1", "NoSuchParameter")]
    [InlineData("Get-Content -Wait x", "Wait")]
    [InlineData("ConvertTo-Json -EnumsAsStrings 1", "EnumsAsStrings")]
    public void A_shim_refuses_by_name_what_it_does_not_have(string command, string parameter)
    {
        var (code, shown, error) = Run(command);
        Assert.Equal(1, code);
        Assert.Contains($"'{parameter}'", shown + error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_file_gets_its_arguments_and_its_folder()
    {
        var folder = Directory.CreateTempSubdirectory("PoolShell");
        try
        {
            var path = Path.Combine(folder.FullName, "script.ps1");
            File.WriteAllText(path, "param([string]$Name, [switch]$Loud) \"$Name $Loud $(Split-Path $PSScriptRoot -Leaf)\"; exit 4");
            Assert.Equal((4, $"x True {folder.Name}\n", ""), Run(new ShellOptions(path, null, ["-Name", "x", "-Loud"])));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Ctrl_C_stops_a_call_that_hangs()
    {
        using var output = new StringWriter();
        using var started = new SemaphoreSlim(0);
        ShellSession? session = null;
        var run = Task.Run(() =>
        {
            using var own = session = new ShellSession(new ShellHostUI(output, output), Path.Combine(PesterFile.Root, "out"));
            own.Runspace.SessionStateProxy.SetVariable("started", started);
            return own.Run(new ShellOptions(null, "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; Kind = 'Hang'; Times = 1000 }; $null = $started.Release(); Get-CognitoIdentityPool; 'went on'", []));
        });
        Assert.True(await started.WaitAsync(TimeSpan.FromSeconds(60)));
        // The call is on its way when the sandbox has seen it; stopping before that is the easier case.
        while (!run.IsCompleted && !session!.Stop()) await Task.Delay(10);
        Assert.Equal(130, await run.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.DoesNotContain("went on", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Remove-CognitoIdentityPool shop", "Delete identity pool shop")]
    [InlineData("Get-PoolIdentity shop | Remove-PoolIdentity", "Remove identity us-east-1:")]
    [InlineData("Set-PoolGuestAccess shop -Disable -Confirm", "Change identity pool shop")]
    [InlineData("Set-PoolIdentityProvider shop Google -ClientId 2-b.apps.googleusercontent.com", "cut off")]
    public void Nobody_to_answer_is_one_error_that_says_how_to_go_on_and_not_a_yes(string command, string question)
    {
        var (code, shown, error) = Run("Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; New-CognitoIdentityPool shop -GuestAccess -NoRole -Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null; Add-PoolSandboxIdentity shop -Count 3; "
            + $"$Error.Clear(); Set-PoolSandbox -ClearCall; try {{ {command} }} catch {{ }}; \"$($Error.Count) $($Error[0].FullyQualifiedErrorId.Split(',')[0]) $($Error[0].ErrorDetails.Message) $($Error[0].ErrorDetails.RecommendedAction)\"; @((Get-PoolSandbox).Calls | Where-Object Changing).Count");
        Assert.Equal((0, ""), (code, error));
        Assert.Matches($"^(WARNING: .*\n)?1 ConfirmationNotPossible .*{question}.* this host cannot ask\\. Add -Force, or -Confirm:\\$false\\.\n0\n$", shown.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("y", "False")]
    [InlineData("n", "True")]
    public void The_question_names_the_pool_and_what_goes_with_it(string answer, string left)
    {
        using var output = new StringWriter();
        using var session = new ShellSession(new ShellHostUI(output, output, new StringReader(answer + "\n")), Path.Combine(PesterFile.Root, "out"));
        session.Run(new ShellOptions(null, "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; New-CognitoIdentityPool shop -GuestAccess -NoRole | Out-Null; Remove-CognitoIdentityPool shop; \"left: $([bool](Get-CognitoIdentityPool shop*))\"", []));
        Assert.Contains("Delete identity pool shop (us-east-1:", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("All its identities go with it", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"left: {left}", output.ToString(), StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(string command) => Run(new ShellOptions(null, command, []));

    private static (int Code, string Output, string Error) Run(ShellOptions options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var session = new ShellSession(new ShellHostUI(output, error), Path.Combine(PesterFile.Root, "out"));
        var code = session.Run(options);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
