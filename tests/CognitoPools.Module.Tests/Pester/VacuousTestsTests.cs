namespace CognitoPools.Module.Tests.Pester;

/// <summary>No test of the Pester files asserts nothing, and the check that says so finds one that does.</summary>
public class VacuousTestsTests
{
    [Theory]
    [MemberData(nameof(TestFiles.All), MemberType = typeof(TestFiles))]
    public void Every_test_of_the_file_asserts_something(string file) =>
        Assert.Empty(VacuousTests.Find(File.ReadAllText(TestFiles.PathOf(file))));

    [Theory]
    [InlineData("Describe 'd' { It 'empty' { } }")]
    [InlineData("Describe 'd' { It 'calls' { Get-Date } }")]
    [InlineData("Describe 'd' { Context 'c' { It 'calls' -Tag x { $a = 1; $a } } }")]
    [InlineData("BeforeAll { function Help { 1 } }; Describe 'd' { It 'calls a helper' { Help } }")]
    [InlineData("function A { B }; function B { A }; Describe 'd' { It 'calls a circle' { A } }")]
    [InlineData("Describe 'd' { It 'cases' -ForEach @(@{ a = { 1 | Should -Be 1 } }) { & $a } }")]
    [InlineData("Describe 'd' { It 'mentions it' { 'Should' } }")]
    [InlineData("Describe 'd' { It 'skips' { Set-ItResult -Skipped } }")]
    public void Finds(string script) => Assert.Single(VacuousTests.Find(script));

    [Theory]
    [InlineData("Describe 'd' { It 'asserts' { 1 | Should -Be 1 } }")]
    [InlineData("Describe 'd' { It 'asserts in a loop' { foreach ($n in 1, 2) { $n | Should -BeGreaterThan 0 } } }")]
    [InlineData("Describe 'd' { It 'asserts as Pester 6 does' { 1 | Should-Be 1 } }")]
    [InlineData("Describe 'd' { It 'expects a throw' { { throw 'a' } | Should -Throw } }")]
    [InlineData("Describe 'd' { It 'throws by hand' { if (-not $true) { throw 'a' } } }")]
    [InlineData("BeforeAll { function Check($n) { $n | Should -Be 1 } }; Describe 'd' { It 'calls a helper' { Check 1 } }")]
    [InlineData("function A { B }; function B { 1 | Should -Be 1 }; Describe 'd' { It 'calls a helper of a helper' { A } }")]
    public void Passes(string script) => Assert.Empty(VacuousTests.Find(script));

    [Fact]
    public void Names_the_line_and_the_test() =>
        Assert.Equal(
            ["line 3: 'two'"],
            VacuousTests.Find("Describe 'd' {\n  It 'one' { 1 | Should -Be 1 }\n  It 'two' { 1 }\n}"));
}
