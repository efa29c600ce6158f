namespace CognitoPools.Module.Tests.Pester;

/// <summary>Test files under one pass.</summary>
public abstract class PesterTests(PesterPass pass)
{
    /// <summary>Runs a file and fails as it does.</summary>
    protected async Task RunAsync(string file)
    {
        var verdict = await pass.RunAsync(TestFiles.PathOf(file));
        PesterCounts.Add($"{file} ({pass.Name}): {verdict.Counts}");
        Assert.True(verdict.IsGood, verdict.Report(file));
        Assert.Equal((pass.Pester, pass.Culture), (verdict.Pester, verdict.Culture));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(pass.Zone, verdict.Zone);
    }
}

/// <summary>Every test file.</summary>
public abstract class EveryFileTests(PesterPass pass) : PesterTests(pass)
{
    [Theory]
    [MemberData(nameof(TestFiles.All), MemberType = typeof(TestFiles))]
    public Task Every_test_of_the_file_passes(string file) => RunAsync(file);
}

/// <summary>The files that may depend on the culture.</summary>
public abstract class CultureTests(PesterPass pass) : PesterTests(pass)
{
    [Theory]
    [MemberData(nameof(TestFiles.InCultures), MemberType = typeof(TestFiles))]
    public Task Every_test_of_the_file_passes(string file) => RunAsync(file);

    [Fact]
    public void Only_files_that_exist_are_left_out() => Assert.Empty(TestFiles.Unknown);
}

/// <inheritdoc/>
public sealed class PesterInvariantTests(InvariantPass pass) : EveryFileTests(pass), IClassFixture<InvariantPass>;

/// <summary>The files that run a second time.</summary>
public sealed class PesterGermanTests(GermanPass pass) : PesterTests(pass), IClassFixture<GermanPass>
{
    [Theory]
    [MemberData(nameof(TestFiles.Again), MemberType = typeof(TestFiles))]
    public Task Every_test_of_the_file_passes(string file) => RunAsync(file);
}

/// <inheritdoc/>
public sealed class PesterTurkishTests(TurkishPass pass) : CultureTests(pass), IClassFixture<TurkishPass>;
