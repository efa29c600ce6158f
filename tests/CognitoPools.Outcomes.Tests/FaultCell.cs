namespace CognitoPools.Outcomes.Tests;

/// <summary>One command, one of its calls, one fault.</summary>
internal sealed record FaultCell(
    ChangingCommand Command, string Operation, int AtCall, string Fault, bool IsForEver, Snapshot Desired)
{
    public static IEnumerable<FaultCell> Of(Shell shell, ChangingCommand command)
    {
        using var account = new Account();
        Arrange(shell, account, command);
        var said = shell.Run(command.Act);
        Assert.True(said.Errors.Count == 0, $"{command}: {said.Text}");
        var calls = account.Sandbox.Calls.Select(call => call.Operation).ToList();
        var desired = account.ReadAsync().GetAwaiter().GetResult();
        return
            from position in calls.Select((operation, index) =>
                (Operation: operation, AtCall: calls.Take(index + 1).Count(each => each == operation)))
            from fault in Faults.All.Keys
            from isForEver in new[] { false, true }
            select new FaultCell(command, position.Operation, position.AtCall, fault, isForEver, desired);
    }

    /// <summary>Runs the command with the fault and judges what it says.</summary>
    public IReadOnlyList<string> Run(Shell shell, out string verdict)
    {
        using var account = new Account();
        Arrange(shell, account, Command);
        var before = account.ReadAsync().GetAwaiter().GetResult();
        account.Sandbox.Settings.AddFault(Faults.All[Fault](Operation) with
        {
            AtCall = AtCall,
            Times = IsForEver ? int.MaxValue : 1,
        });
        var said = shell.Run(Command.Act);
        var after = account.ReadAsync().GetAwaiter().GetResult();
        verdict = said.Errors.Count == 0 ? "success" : said.FailedPlans.Any(plan => plan.Leftovers.Count > 0)
            ? said.FailedPlans.Any(plan => plan.Leftovers.Any(left => !left.IsCertain)) ? "unknown" : "error, left named" : "error";
        var problems = new Judge(before, Desired, after, said).Problems(isReadable: !IsForEver);
        return problems.Count == 0 ? problems : [.. problems, "  said: " + said.Text.ReplaceLineEndings(" ")];
    }

    public override string ToString() => $"{Command}, {Operation} {AtCall}, {Fault} {(IsForEver ? "for ever" : "once")}";

    private static void Arrange(Shell shell, Account account, ChangingCommand command)
    {
        shell.Connect(account.Connected);
        var said = shell.Run(command.Arrange);
        Assert.True(said.Errors.Count == 0, $"{command} could not be arranged: {said.Text}");
        account.Sandbox.ClearCalls();
    }
}
