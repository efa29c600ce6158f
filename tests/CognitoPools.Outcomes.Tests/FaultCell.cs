namespace CognitoPools.Outcomes.Tests;

/// <summary>One call of a command and what goes wrong with it.</summary>
/// <param name="Command">The command.</param>
/// <param name="Operation">The operation of the call.</param>
/// <param name="AtCall">Which call of this operation, from 1.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="IsForEver">Whether it goes wrong from there on, or once.</param>
internal sealed record FaultCell(ChangingCommand Command, string Operation, int AtCall, string Fault, bool IsForEver)
{
    public override string ToString() => $"{Command}, {Operation} {AtCall}, {Fault} {(IsForEver ? "for ever" : "once")}";
}
