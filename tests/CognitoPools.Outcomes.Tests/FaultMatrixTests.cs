using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit.Abstractions;

namespace CognitoPools.Outcomes.Tests;

/// <summary>
/// Every changing command x every call that it makes x every fault, once and for ever: what the command says is compared
/// with what is there.
/// </summary>
public class FaultMatrixTests(ITestOutputHelper output)
{
    private const int Workers = 2;

    [Fact]
    public void What_every_command_says_after_every_fault_is_true()
    {
        var watch = Stopwatch.StartNew();
        var wrong = new ConcurrentBag<string>();
        var cells = 0;
        var verdicts = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var work = new ConcurrentQueue<ChangingCommand>(Selected());
        var threads = Enumerable.Range(0, Workers).Select(_ => new Thread(() =>
        {
            using var shell = new Shell();
            while (work.TryDequeue(out var command))
            {
                try
                {
                    using var bench = new Bench(shell, command);
                    foreach (var cell in bench.Cells)
                    {
                        Interlocked.Increment(ref cells);
                        var judge = bench.Run(cell);
                        verdicts.AddOrUpdate(judge.Verdict, 1, (_, count) => count + 1);
                        foreach (var problem in judge.Problems(isReadable: !cell.IsForEver))
                            wrong.Add($"{cell}: {problem}");
                    }
                }
                catch (Exception broken)
                {
                    wrong.Add($"{command}: {broken}");
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        output.WriteLine(
            $"{cells} cells in {watch.Elapsed.TotalSeconds:0} s: "
                + string.Join(", ", verdicts.OrderBy(verdict => verdict.Key, StringComparer.Ordinal)));
        foreach (var problem in wrong.Order(StringComparer.Ordinal))
            output.WriteLine(problem);
        Assert.Empty(wrong);
        Assert.True(cells > 0);
    }

    // COGNITOPOOLS_COMMAND names one command, for work on it.
    private static IEnumerable<ChangingCommand> Selected() =>
        Environment.GetEnvironmentVariable("COGNITOPOOLS_COMMAND") is { Length: > 0 } name
            ? ChangingCommands.All.Where(command => command.Name == name)
            : ChangingCommands.All;
}
