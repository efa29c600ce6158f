namespace CognitoPools.Completion;

/// <summary>Completes the variables that contain an account from Connect-PoolAccount.</summary>
internal sealed class ConnectionCompleter : VariableCompleter
{
    private protected override string? Meaning(object? value) => (value as PoolAccount)?.ToString();
}
