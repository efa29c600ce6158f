namespace CognitoPools.Outcomes.Tests;

/// <summary>A command that changes an account, and what must be there first.</summary>
/// <param name="Name">A short name for reports.</param>
/// <param name="Cmdlet">The cmdlet.</param>
/// <param name="Arrange">Makes what the command needs.</param>
/// <param name="Act">The command.</param>
internal sealed record ChangingCommand(string Name, string Cmdlet, string Arrange, string Act)
{
    public override string ToString() => Name;
}
