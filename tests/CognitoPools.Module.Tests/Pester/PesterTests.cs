namespace CognitoPools.Module.Tests.Pester;

/// <summary>Every test file under one pass.</summary>
public abstract class PesterTests(PesterPass pass)
{
    [Theory]
    [MemberData(nameof(TestFiles.All), MemberType = typeof(TestFiles))]
    public Task Every_test_of_the_file_passes(string file) => RunAsync(file);

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

/// <inheritdoc/>
public sealed class PesterInvariantTests(InvariantPass pass) : PesterTests(pass), IClassFixture<InvariantPass>;

/// <inheritdoc/>
public sealed class PesterEarlierTests(EarlierPesterPass pass) : PesterTests(pass), IClassFixture<EarlierPesterPass>;

/// <inheritdoc/>
public sealed class PesterGermanTests(GermanPass pass) : PesterTests(pass), IClassFixture<GermanPass>;

/// <inheritdoc/>
public sealed class PesterTurkishTests(TurkishPass pass) : PesterTests(pass), IClassFixture<TurkishPass>;
