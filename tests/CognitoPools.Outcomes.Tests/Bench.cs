using CognitoPools.Sandbox;

namespace CognitoPools.Outcomes.Tests;

/// <summary>Runs one command again and again, each time in an account that is arranged for it. An account that a run has
/// left as it was serves the next run too.</summary>
internal sealed class Bench : IDisposable
{
    private readonly Shell shell;
    private readonly ChangingCommand command;
    private Account? account;
    private Snapshot? before;

    public Bench(Shell shell, ChangingCommand command)
    {
        (this.shell, this.command) = (shell, command);
        Arrange();
        var said = shell.Run(command.Act);
        Assert.True(said.Errors.Count == 0, $"{command}: {said.Text}");
        Calls = [.. account!.Sandbox.Calls.Select(call => call.Operation)];
        Desired = account.Read();
        Drop();
    }

    /// <summary>The operations that the command calls when all goes well.</summary>
    public IReadOnlyList<string> Calls { get; }

    /// <summary>What is there afterwards when all goes well.</summary>
    public Snapshot Desired { get; }

    /// <summary>Every call with every fault, once and for ever.</summary>
    public IEnumerable<FaultCell> Cells =>
        from position in Calls.Select((operation, index) =>
            (Operation: operation, AtCall: Calls.Take(index + 1).Count(each => each == operation)))
        from fault in Faults.All.Keys
        from isForEver in new[] { false, true }
        select new FaultCell(command, position.Operation, position.AtCall, fault, isForEver);

    /// <summary>Runs the command with a fault.</summary>
    public Judge Run(FaultCell cell) => Run(account => account.Add(Faults.All[cell.Fault](cell.Operation) with
    {
        AtCall = cell.AtCall,
        Times = cell.IsForEver ? int.MaxValue : 1,
    }));

    /// <summary>Runs the command after something was done to its account.</summary>
    public Judge Run(Action<Account> prepare)
    {
        if (account is null)
            Arrange();
        prepare(account!);
        var said = shell.Run(command.Act);
        var after = account!.Read();
        var judge = new Judge(before!, Desired, after, said);
        if (before!.Differences(after).Count > 0)
            Drop();
        else
            account.Sandbox.ClearCalls();
        return judge;
    }

    /// <summary>Runs the command while from a call on nothing is answered any more, as if its process had ended there;
    /// then runs it again, as a user does in a new process.</summary>
    /// <param name="fromCall">The first call without an answer, from 1.</param>
    /// <param name="isApplied">Whether that call still takes effect.</param>
    /// <returns>The judges of both runs.</returns>
    public (Judge First, Judge Second) EndAndRunAgain(int fromCall, bool isApplied)
    {
        Drop();
        Arrange();
        if (isApplied)
        {
            account!.Add(new() { Operation = "*", AtCall = fromCall, Kind = SandboxFaultKind.ConnectionReset, AfterApply = true });
            fromCall++;
        }
        account!.Add(new() { Operation = "*", AtCall = fromCall, Times = int.MaxValue, Kind = SandboxFaultKind.ConnectionReset });
        var first = shell.Run(command.Act);
        var between = account.Read();
        using var anew = new Account(account.Sandbox);
        shell.Connect(anew.Connected);
        var second = shell.Run(command.Again);
        var after = account.Read();
        var judges = (new Judge(before!, Desired, between, first), new Judge(between, Desired, after, second));
        Drop();
        return judges;
    }

    public void Dispose() => Drop();

    private void Arrange()
    {
        account = new Account();
        shell.Connect(account.Connected);
        var said = shell.Run(command.Arrange);
        Assert.True(said.Errors.Count == 0, $"{command} could not be arranged: {said.Text}");
        before = account.Read();
        account.Sandbox.ClearCalls();
    }

    private void Drop()
    {
        account?.Dispose();
        account = null;
    }
}
