using System.Globalization;

namespace CognitoPools.Module.Tests.Pester;

/// <summary>What a test file came to.</summary>
public sealed record PesterVerdict
{
    public int Passed { get; init; }

    public int Failed { get; init; }

    public int Skipped { get; init; }

    public IReadOnlyList<PesterFailure> Failures { get; init; } = [];

    /// <summary>Gets Pester's own word for the run.</summary>
    public required string Result { get; init; }

    /// <summary>Gets the culture that the tests ran in.</summary>
    public string Culture { get; init; } = "";

    /// <summary>Gets the time zone that the tests ran in.</summary>
    public string Zone { get; init; } = "";

    /// <summary>Gets the version of Pester that ran them.</summary>
    public string Pester { get; init; } = "";

    /// <summary>Gets whether every test passed and there was one.</summary>
    public bool IsGood => Result == "Passed" && Failed == 0 && Failures.Count == 0 && Passed > 0;

    /// <summary>Gets the counts on one line.</summary>
    public string Counts => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");

    /// <summary>Gets the counts and each failure with its line and message.</summary>
    /// <param name="file">The file's name.</param>
    public string Report(string file) => string.Join(
        Environment.NewLine,
        [
            $"{file}: {(Passed + Failed + Skipped == 0 && Failures.Count == 0 ? "no test was found" : Counts)}",
            .. Failures.Select(failure => string.Create(
                CultureInfo.InvariantCulture, $"[-] {failure.Name} ({file}:{failure.Line}): {failure.Message}")),
        ]);
}
