namespace CognitoPools.Outcomes.Tests;

/// <summary>A command that changes an account, and what must be there first.</summary>
/// <param name="Name">A short name for reports.</param>
/// <param name="Cmdlet">The cmdlet.</param>
/// <param name="Arrange">Makes what the command needs.</param>
/// <param name="Act">The command.</param>
internal sealed record ChangingCommand(string Name, string Cmdlet, string Arrange, string Act)
{
    /// <summary>What a user runs after the process of the command has ended in the middle: the same command, where the
    /// module does not advise another.</summary>
    public string Again { get; init; } = Act;

    public override string ToString() => Name;
}
