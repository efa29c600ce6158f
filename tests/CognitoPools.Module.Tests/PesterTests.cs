using System.Globalization;

namespace CognitoPools.Module.Tests;

/// <summary>Every tests/*.Tests.ps1 against the built module, in cultures that write dates, numbers and letters differently.</summary>
[Collection(nameof(Shell))]
public class PesterTests
{
    public static TheoryData<string, string> Runs
    {
        get
        {
            var runs = new TheoryData<string, string>();
            foreach (var name in PesterFile.Names)
            {
                foreach (var culture in new[] { "", "de-DE", "tr-TR" }) runs.Add(name, culture);
            }
            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_test_of_the_file_passes(string file, string culture)
    {
        var result = PesterFile.Run(Path.Combine(PesterFile.Root, "tests", file), CultureInfo.GetCultureInfo(culture));
        PesterCounts.Add($"{file} ({(culture.Length == 0 ? "invariant" : culture)}): {result.Summary}");
        Assert.True(result.Failed.Count == 0 && result.Passed > 0, $"{file}: {result.Summary}{Environment.NewLine}{result.Report}");
    }
}
