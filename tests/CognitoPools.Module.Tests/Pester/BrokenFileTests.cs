namespace CognitoPools.Module.Tests.Pester;

/// <summary>The runner fails where a file does, and says where.</summary>
public class BrokenFileTests : IClassFixture<InvariantPass>, IDisposable
{
    private const string Good = "Describe 'd' { It 'good' { 1 | Should -Be 1 } }";

    private readonly InvariantPass pass;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pester");

    public BrokenFileTests(InvariantPass pass) => this.pass = pass;

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("Describe 'd' {\n It 'bad' {\n 1 | Should -Be 2 } }", "[-] d.bad (broken.Tests.ps1:3): Expected 2, but got 1.")]
    [InlineData("Describe 'd' {\n It 'broken' {\n throw 'oops' } }", "[-] d.broken (broken.Tests.ps1:3): oops")]
    [InlineData(
        "Describe 'd' {\n BeforeAll {\n throw 'no set-up' }\n It 'x' { 1 | Should -Be 1 } }",
        "[-] d (broken.Tests.ps1:3): no set-up")]
    [InlineData(
        "Describe 'd' {\n AfterAll { throw 'no end' }\n It 'x' { 1 | Should -Be 1 } }",
        "[-] d (broken.Tests.ps1:2): no end")]
    [InlineData("Describe 'd' { It 'x' { ", "[-] broken.Tests.ps1")]
    [InlineData("\nthrow 'at once'", "[-] broken.Tests.ps1 (broken.Tests.ps1:2): at once")]
    [InlineData("", "broken.Tests.ps1: no test was found")]
    [InlineData("Describe 'd' { }", "broken.Tests.ps1: no test was found")]
    [InlineData("Describe 'd' { It 'skipped' -Skip { 1 | Should -Be 1 } }", "broken.Tests.ps1: 0 passed, 0 failed, 1 skipped")]
    public async Task A_file_fails_with_name_line_and_message(string script, string report)
    {
        var verdict = await RunAsync(script);
        Assert.False(verdict.IsGood);
        Assert.Contains(report, verdict.Report("broken.Tests.ps1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_does_not_end_the_file_and_is_counted()
    {
        var verdict = await RunAsync(
            "Describe 'd' { It 'bad' { 1 | Should -Be 2 }; It 'skipped' -Skip { 1 | Should -Be 2 }; It 'good' { 1 | "
                + "Should -Be 1 } }");
        Assert.Equal(("1 passed, 1 failed, 1 skipped", false), (verdict.Counts, verdict.IsGood));
    }

    [Fact]
    public async Task A_file_leaves_nothing_to_the_next_one()
    {
        const string Leave =
            "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; $global:left = 1; $env:left = 1; "
            + "$env:HOME = 'x'; "
                + "$global:WarningPreference = 'Stop'; Set-Location /; [Environment]::CurrentDirectory = '/'; ";
        const string Look =
            "Get-Module CognitoPools | Should -BeNullOrEmpty; $global:left | Should -BeNullOrEmpty; $env:left | Should "
            + "-BeNullOrEmpty; "
                + "$env:HOME | Should -Not -Be 'x'; $WarningPreference | Should -Be 'Continue'; (Get-Location).Path | "
                + "Should -Not -Be '/'; "
                + "Import-Module CognitoPools; { Get-PoolSandbox -ErrorAction Stop } | Should -Throw -ErrorId 'NoSandbox,*'";
        Assert.True((await RunAsync($"Describe 'd' {{ It 'leaves' {{ {Leave} 1 | Should -Be 1 }} }}")).IsGood);
        var after = await RunAsync($"Describe 'd' {{ It 'looks' {{ {Look} }} }}");
        Assert.True(after.IsGood, after.Report("looks"));
    }

    [Fact]
    public async Task The_callers_error_preference_reaches_the_tests()
    {
        var verdict = await RunAsync("Describe 'd' { It 'sees' { $ErrorActionPreference | Should -Be 'Stop' } }");
        Assert.True(verdict.IsGood, verdict.Report("sees"));
    }

    [Fact]
    public async Task A_good_file_is_good() => Assert.True((await RunAsync(Good)).IsGood);

    private async Task<PesterVerdict> RunAsync(string script)
    {
        var path = Path.Combine(folder.FullName, "broken.Tests.ps1");
        await File.WriteAllTextAsync(path, script);
        return await pass.RunAsync(path);
    }
}
