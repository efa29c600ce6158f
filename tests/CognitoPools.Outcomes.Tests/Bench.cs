using CognitoPools.Sandbox;

namespace CognitoPools.Outcomes.Tests;

/// <summary>Runs one command again and again, each time in the account as it was arranged for it.</summary>
internal sealed class Bench : IDisposable
{
    private readonly Shell shell;
    private readonly ChangingCommand command;
    private readonly Account account = new();
    private readonly (Sandbox.Pools.PoolStore, Sandbox.Iam.IamPartitions) arranged;
    private readonly Snapshot before;

    public Bench(Shell shell, ChangingCommand command)
    {
        (this.shell, this.command) = (shell, command);
        shell.Connect(account.Connected);
        var said = shell.Run(command.Arrange);
        Assert.True(said.Errors.Count == 0, $"{command} could not be arranged: {said.Text}");
        arranged = account.Sandbox.State.Save();
        before = account.Read();
        account.Sandbox.ClearCalls();
        said = shell.Run(command.Act);
        Assert.True(said.Errors.Count == 0, $"{command}: {said.Text}");
        Calls = [.. account.Sandbox.Calls];
        Desired = account.Read();
    }

    /// <summary>What the command calls when all goes well.</summary>
    public IReadOnlyList<SandboxCall> Calls { get; }

    /// <summary>What is there afterwards when all goes well.</summary>
    public Snapshot Desired { get; }

    /// <summary>Every call with every fault, once and for ever. That a read takes effect before its answer is lost makes no
    /// difference.</summary>
    public IEnumerable<FaultCell> Cells =>
        from position in Calls.Select((call, index) =>
            (Call: call, AtCall: Calls.Take(index + 1).Count(each => each.Operation == call.Operation)))
        from fault in Faults.All
        where position.Call.Changing || !fault.Value(position.Call.Operation).AfterApply
        from isForEver in new[] { false, true }
        select new FaultCell(command, position.Call.Operation, position.AtCall, fault.Key, isForEver);

    /// <summary>Runs the command with a fault.</summary>
    public Judge Run(FaultCell cell) => Run(account => account.Add(Faults.All[cell.Fault](cell.Operation) with
    {
        AtCall = cell.AtCall,
        Times = cell.IsForEver ? int.MaxValue : 1,
    }));

    /// <summary>Runs the command after something was done to its account.</summary>
    public Judge Run(Action<Account> prepare)
    {
        Restore();
        prepare(account);
        var said = shell.Run(command.Act);
        return new Judge(before, Desired, account.Read(), said);
    }

    /// <summary>Runs the command while from a call on nothing is answered any more, as if its process had ended there;
    /// then runs it again, as a user does in a new process.</summary>
    /// <param name="fromCall">The first call without an answer, from 1.</param>
    /// <param name="isApplied">Whether that call still takes effect.</param>
    /// <returns>The judges of both runs.</returns>
    public (Judge First, Judge Second) EndAndRunAgain(int fromCall, bool isApplied)
    {
        Restore();
        if (isApplied)
        {
            account.Add(new() { Operation = "*", AtCall = fromCall, Kind = SandboxFaultKind.ConnectionReset, AfterApply = true });
            fromCall++;
        }
        account.Add(new() { Operation = "*", AtCall = fromCall, Times = int.MaxValue, Kind = SandboxFaultKind.ConnectionReset });
        var first = shell.Run(command.Act);
        var between = account.Read();
        using var anew = new Account(account.Sandbox);
        shell.Connect(anew.Connected);
        var second = shell.Run(command.Again);
        shell.Connect(account.Connected);
        return (new Judge(before, Desired, between, first), new Judge(between, Desired, account.Read(), second));
    }

    public void Dispose() => account.Dispose();

    private void Restore()
    {
        account.Sandbox.State.Restore(arranged);
        account.Sandbox.ClearCalls();
    }
}
