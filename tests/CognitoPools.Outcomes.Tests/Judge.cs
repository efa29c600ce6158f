using System.Globalization;
using System.Text.RegularExpressions;

namespace CognitoPools.Outcomes.Tests;

/// <summary>Compares what a command said with what is there.</summary>
/// <param name="before">The account before the command.</param>
/// <param name="desired">The account after the same command in an account without faults.</param>
/// <param name="after">The account after the command.</param>
/// <param name="said">What the command said.</param>
internal sealed partial class Judge(Snapshot before, Snapshot desired, Snapshot after, Said said)
{
    // The ids of errors that say: it is done, but something after it failed.
    private const string Done = "ChangeDone";
    private const string Unknown = "ChangeUnknown";

    private readonly IReadOnlyList<string> changed = before.Differences(after);

    /// <summary>What kind of answer the command gave.</summary>
    public string Verdict =>
        said.Errors.Count == 0 ? "success"
        : Has(Done) ? "done, but not read"
        : Has(Unknown) || Leftovers.Any(left => !left.IsCertain) ? "unknown"
        : Leftovers.Any() ? "error, what is left is named"
        : "error, nothing is changed";

    private IEnumerable<PlanLeftover> Leftovers => said.FailedPlans.SelectMany(plan => plan.Leftovers);

    /// <summary>What is wrong; empty when the command told the truth.</summary>
    /// <param name="isReadable">Whether what is there could be read, so that nothing may stay unknown.</param>
    public IReadOnlyList<string> Problems(bool isReadable)
    {
        List<string> problems = said.Errors.Count == 0 && !said.IsStopped || Has(Done) || IsDoneBeforeStop || IsEndedBeforeStop
            ? [.. Success()] : [.. Failure(isReadable)];
        if (problems.Count > 0)
            problems.Add("  said: " + said.Text.ReplaceLineEndings(" "));
        return problems;
    }

    /// <summary>Whether everything that counts is as the command was to make it.</summary>
    public bool IsAsDesired =>
        after.Normalized().WithoutStaleMappings().Differences(desired.Normalized().WithoutStaleMappings()).Count == 0;

    private bool IsDoneBeforeStop =>
        said.Lines.Any(line => line.StartsWith("Before the command was stopped, ", StringComparison.Ordinal));

    // The stop came when the command had just ended, so that nobody was there to tell.
    private bool IsEndedBeforeStop =>
        said.IsStopped && !said.Lines.Any(IsAboutStop) && changed.Count > 0 && !Success().Any();

    private static bool IsAboutStop(string line) =>
        line.Contains("stopped", StringComparison.OrdinalIgnoreCase) || line.StartsWith("The step ", StringComparison.Ordinal);

    private bool Has(string id) => said.Errors.Any(error => error.FullyQualifiedErrorId.StartsWith(id, StringComparison.Ordinal));

    private IEnumerable<string> Success()
    {
        var (now, wanted) = (after.Normalized(), desired.Normalized());
        foreach (var key in wanted.Differences(now))
        {
            if (IsKept(key))
                continue;
            var isExtra = now.Facts.GetValueOrDefault(key)?.Contains(" & ", StringComparison.Ordinal) == true;
            // Something that is there twice, because the request was, is told in a warning.
            if (!isExtra || !said.Warnings.Any(text => text.Contains("A second identity pool", StringComparison.Ordinal)))
            {
                yield return $"reported success, but {key} is {now.Facts.GetValueOrDefault(key) ?? "missing"} instead of "
                    + (wanted.Facts.GetValueOrDefault(key) ?? "missing");
            }
        }
    }

    // A role that may serve somebody else stays whole, and a warning says so.
    private bool IsKept(string key) =>
        !changed.Contains(key)
            && said.Warnings.Any(text => Kept().Match(text) is { Success: true } kept
                && key.StartsWith($"role {kept.Groups[1].Value} ", StringComparison.Ordinal));

    [GeneratedRegex(@"\AIAM role '([^']+)' was not removed, because ")]
    private static partial Regex Kept();

    private IEnumerable<string> Failure(bool isReadable)
    {
        var text = said.Text;
        if (changed.Count > 0 && (text.Contains("Nothing was changed", StringComparison.Ordinal)
            || text.Contains("All completed steps were undone", StringComparison.Ordinal)))
        {
            yield return $"said that nothing is changed, but changed: {string.Join(", ", changed)}";
        }
        if (Has(Unknown))
        {
            if (isReadable)
                yield return "left unknown, though it can be read";
            foreach (var problem in changed.Count == 0 ? [] : Success())
                yield return problem;
            yield break;
        }
        foreach (var key in changed.Where(key => !Words(key).All(word => text.Contains(word, StringComparison.Ordinal))))
            yield return $"changed, but not named: {key}";
        foreach (var leftover in Leftovers)
        {
            var isThere = changed.Any(key => Words(key).All(word => leftover.What.Contains(word, StringComparison.Ordinal)));
            if (leftover.IsCertain && !isThere && !IsUnfinishedRemoval(leftover))
                yield return $"named, but not there: {leftover.What}";
            if (!leftover.IsCertain && isReadable)
                yield return $"left unknown, though it can be read: {leftover.What}";
        }
    }

    // What a removal did not remove is the same as before and named because the rest is gone.
    private bool IsUnfinishedRemoval(PlanLeftover leftover) =>
        said.FailedPlans.Any(plan => plan.Step.StartsWith("Delete ", StringComparison.Ordinal))
        && after.Facts.Keys.Any(key => Words(key).All(word => leftover.What.Contains(word, StringComparison.Ordinal)));

    private string[] Words(string key)
    {
        var parts = key.Split(' ', 3);
        if (parts[0] == "role")
            return [parts[1]];
        if (parts[0] == "identity")
            return IsPoolGone(after.Facts, before.Facts) || IsCounted ? [] : [parts[1]];
        var isWhole = !before.Facts.ContainsKey($"pool {parts[1]} Name") || !after.Facts.ContainsKey($"pool {parts[1]} Name");
        if (isWhole)
            return IsNamedInDoubt(parts[1]) ? [] : [parts[1]];
        var what = parts[2].Split(' ', 2);
        return what[0] switch
        {
            "Role" => [parts[1], what[1] == "authenticated" ? "AuthenticatedRole" : "GuestRole"],
            "Provider" or "Attributes" => [parts[1], what[1]],
            "Mapping" => [parts[1], what[1]],
            "Tag" => [parts[1], what[1]],
            "Developer" => [parts[1], "Developer"],
            _ => [parts[1], what[0]],
        };
    }

    // A pool whose creation is in doubt has no id to be named by.
    private bool IsNamedInDoubt(string id) => after.Facts.GetValueOrDefault($"pool {id} Name") is { } name
        && Leftovers.Any(left => !left.IsCertain && left.What.Contains($"'{name}'", StringComparison.Ordinal));

    // A stopped removal tells how many it removed, and of how many it does not know.
    private bool IsCounted => said.Lines.Any(line => Sum().Match(line) is { Success: true } match
        && Number(match, 1) <= RemovedCount && RemovedCount <= Number(match, 1) + Number(match, 2));

    private int RemovedCount => changed.Count(key => key.StartsWith("identity ", StringComparison.Ordinal));

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) removed, \d+ failed, (\d+) unknown")]
    private static partial Regex Sum();

    private static bool IsPoolGone(IReadOnlyDictionary<string, string> now, IReadOnlyDictionary<string, string> earlier) =>
        earlier.Keys.Any(key => key.EndsWith(" Name", StringComparison.Ordinal) && !now.ContainsKey(key));
}
