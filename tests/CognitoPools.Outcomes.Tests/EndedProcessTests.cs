using Xunit.Abstractions;

namespace CognitoPools.Outcomes.Tests;

/// <summary>A process that ends in the middle of a command undoes nothing. Running the command again finishes it.</summary>
public class EndedProcessTests(ITestOutputHelper output)
{
    public static TheoryData<string> Commands => [.. ChangingCommands.All.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_a_process_left_unfinished_is_finished_by_another(string name)
    {
        using var shell = new Shell();
        using var bench = new Bench(shell, ChangingCommands.All.Single(command => command.Name == name));
        var wrong = new List<string>();
        for (var call = 1; call <= bench.Calls.Count; call++)
        {
            foreach (var applied in new[] { false, true })
            {
                var (first, second) = bench.EndAndRunAgain(call, applied);
                var where = $"from call {call}, applied {applied}";
                wrong.AddRange(first.Problems(isReadable: false).Select(problem => $"{where}, first: {problem}"));
                wrong.AddRange(second.Problems(isReadable: true).Select(problem => $"{where}, second: {problem}"));
                if (!second.IsAsDesired)
                    wrong.Add($"{where}: unfinished after the second run ({second.Verdict})");
            }
        }
        wrong.ForEach(output.WriteLine);
        Assert.Empty(wrong);
    }
}
