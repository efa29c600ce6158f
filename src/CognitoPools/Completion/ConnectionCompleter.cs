namespace CognitoPools.Completion;

/// <summary>Completes the variables that hold an account, as Connect-PoolAccount gives it.</summary>
internal sealed class ConnectionCompleter : VariableCompleter
{
    private protected override string? Meaning(object? value) => (value as PoolAccount)?.ToString();
}
