using System.Globalization;

namespace CognitoPools.Module.Tests;

/// <summary>The stand-in for Pester must fail where Pester fails.</summary>
[Collection(nameof(Shell))]
public class MiniPesterTests
{
    private const string Good = "It 'good' { 1 | Should -Be 1 }";

    [Theory]
    [InlineData("Describe 'd' { It 'bad' { 1 | Should -Be 2 } }", "d > bad", "Expected 1")]
    [InlineData("Describe 'd' { It 'bad' { $null | Should -Be 1 } }", "d > bad", "$null")]
    [InlineData("Describe 'd' { It 'bad' { @(1, 2) | Should -Be @(1, 3) } }", "d > bad", "@(1")]
    [InlineData("Describe 'd' { It 'bad' { @() | Should -Not -BeNullOrEmpty } }", "d > bad", "BeNullOrEmpty")]
    [InlineData("Describe 'd' { It 'bad' { { 1 } | Should -Throw } }", "d > bad", "no error")]
    [InlineData("Describe 'd' { It 'bad' { { throw 'a' } | Should -Throw -ExpectedMessage 'b' } }", "d > bad", "ExpectedMessage 'b'")]
    [InlineData("Describe 'd' { It 'bad' { { throw 'a' } | Should -Throw -ErrorId 'b' } }", "d > bad", "ErrorId 'b'")]
    [InlineData("Describe 'd' { It 'bad' { { throw 'a' } | Should -Not -Throw } }", "d > bad", "not an error")]
    [InlineData("Describe 'd' { It 'bad' { 'a', 'b' | Should -Match 'a' } }", "d > bad", "'b' to Match")]
    [InlineData("Describe 'd' { It 'vacuous' { $x = 1 } }", "d > vacuous", "asserted nothing")]
    [InlineData("Describe 'd' { It 'broken' { throw 'oops' } }", "d > broken", "oops")]
    [InlineData("Describe 'd' { BeforeAll { throw 'no set-up' }; Context 'c' { It 'below' { 1 | Should -Be 1 } } }", "d > c > below", "no set-up")]
    [InlineData("Describe 'd' { BeforeEach { throw 'no set-up' }; It 'one' { 1 | Should -Be 1 } }", "d > one", "no set-up")]
    [InlineData("Describe 'd' { AfterEach { throw 'no end' }; It 'one' { 1 | Should -Be 1 } }", "d > one", "no end")]
    [InlineData("Describe 'd' { AfterAll { throw 'no end' }; It 'one' { 1 | Should -Be 1 } }", "d", "no end")]
    [InlineData("Describe 'd' { It 'empty' -ForEach @() { 1 | Should -Be 1 } }", "broken.Tests.ps1", "null or empty")]
    [InlineData("Describe 'd' { It 'null' -ForEach $nothing { 1 | Should -Be 1 } }", "broken.Tests.ps1", "null or empty")]
    [InlineData("Describe 'd' -ForEach @() { It 'x' { 1 | Should -Be 1 } }", "broken.Tests.ps1", "null or empty")]
    [InlineData("Describe 'd' { It 'x' { ", "broken.Tests.ps1", "does not load")]
    [InlineData("throw 'at once'", "broken.Tests.ps1", "at once")]
    [InlineData("", "broken.Tests.ps1", "no tests")]
    [InlineData("Describe 'd' { }", "broken.Tests.ps1", "no tests")]
    [InlineData("Describe 'd' { It 'unknown' { 1 | Should -BeWonderful } }", "d > unknown", "BeWonderful")]
    public void Fails(string script, string name, string message)
    {
        var failed = Assert.Single(Run(script).Failed);
        Assert.Equal(name, failed.Properties["Name"].Value);
        Assert.Contains(message, (string)failed.Properties["Message"].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BeforeAll { $a = 1 }; Describe 'd' { BeforeAll { $b = 2 }; BeforeEach { $c = 3 }; It 'sees all' { $a, $b, $c | Should -Be @(1, 2, 3) } }")]
    [InlineData("BeforeAll { function Help { 'h' } }; Describe 'd' { It 'calls' { Help | Should -Be 'h' } }")]
    [InlineData("Describe 'd' { It 'sets' { $leak = 1; $leak | Should -Be 1 }; It 'does not see it' { $leak | Should -BeNullOrEmpty } }")]
    [InlineData("Describe 'd' { BeforeEach { $n = 1 }; It 'one' { $n++; $n | Should -Be 2 }; It 'two' { $n++; $n | Should -Be 2 } }")]
    [InlineData("Describe 'd' -ForEach @(@{ x = 1 }, @{ x = 2 }) { It 'x is <x>' { $x | Should -BeGreaterThan 0 } }")]
    [InlineData("Describe 'd' { It 'is <_>' -ForEach 1, 2 { $_ | Should -BeIn @(1, 2) } }")]
    [InlineData("Describe 'd' { It 'rooted' { $PSScriptRoot | Should -Not -BeNullOrEmpty } }")]
    [InlineData("Describe 'd' { It 'one is a list of one' { 'a' | Should -Be @('a'); @('a') | Should -HaveCount 1; @() | Should -HaveCount 0 } }")]
    [InlineData("Describe 'd' { It 'knows case' { 'A' | Should -Be 'a'; 'A' | Should -Not -BeExactly 'a' } }")]
    [InlineData("Describe 'd' { It 'catches' { { Get-NoSuchThing } | Should -Throw -ErrorId 'CommandNotFound*' -ExpectedMessage '*Get-NoSuchThing*' } }")]
    public void Passes(string script)
    {
        var file = Run(script);
        Assert.Equal("", file.Report);
        Assert.True(file.Passed > 0);
    }

    [Fact]
    public void Names_cases_by_their_values()
    {
        var file = Run("Describe 'of <x>' -ForEach @(@{ x = 1 }, @{ x = 2 }) { It '<x> and <y.Length>' -ForEach @{ y = 'abc' } { $y.Length | Should -Be 3 } }");
        Assert.Equal(["of 1 > 1 and 3", "of 2 > 2 and 3"], file.Results.Select(result => result.Properties["Name"].Value));
    }

    [Fact]
    public void Counts_what_is_skipped_and_goes_on_after_a_failure()
    {
        var file = Run($"Describe 'd' {{ It 'bad' {{ 1 | Should -Be 2 }}; It 'skipped' -Skip {{ 1 | Should -Be 2 }}; It 'says so' {{ Set-ItResult -Skipped -Because 'x' }}; {Good} }}");
        Assert.Equal("1 passed, 1 failed, 2 skipped", file.Summary);
    }

    private static PesterFile Run(string script)
    {
        var folder = Directory.CreateTempSubdirectory("MiniPester");
        try
        {
            var path = Path.Combine(folder.FullName, "broken.Tests.ps1");
            File.WriteAllText(path, script);
            return PesterFile.Run(path, CultureInfo.InvariantCulture);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
