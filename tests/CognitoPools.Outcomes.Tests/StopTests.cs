using CognitoPools.Sandbox;
using Xunit.Abstractions;

namespace CognitoPools.Outcomes.Tests;

/// <summary>Ctrl+C at any call of every changing command: nothing is left, or the host says what.</summary>
public class StopTests(ITestOutputHelper output)
{
    public static TheoryData<string> Commands => [.. ChangingCommands.All.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_a_stopped_command_leaves_is_told(string name)
    {
        using var shell = new Shell();
        using var bench = new Bench(shell, ChangingCommands.All.Single(command => command.Name == name));
        var wrong = new List<string>();
        foreach (var kind in new[] { SandboxFaultKind.Slow, SandboxFaultKind.Hang })
        {
            foreach (var applied in new[] { false, true })
            {
                for (var call = 1; call <= bench.Calls.Count; call++)
                {
                    var problems = Stop(shell, bench, new SandboxFault
                    {
                        Operation = "*",
                        AtCall = call,
                        Kind = kind,
                        AfterApply = applied,
                        Delay = kind == SandboxFaultKind.Slow ? TimeSpan.FromMilliseconds(500) : null,
                    });
                    wrong.AddRange(problems.Select(problem => $"{kind} call {call}, applied {applied}: {problem}"));
                }
            }
        }
        wrong.ForEach(output.WriteLine);
        Assert.Empty(wrong);
    }

    /// <summary>Stops the command while the call is on its way.</summary>
    private static IReadOnlyList<string> Stop(Shell shell, Bench bench, SandboxFault fault) => bench.Run(account =>
    {
        account.Add(fault);
        shell.StopAt(() => account.Sandbox.Calls.Count >= fault.AtCall);
    }).Problems(isReadable: true);
}
