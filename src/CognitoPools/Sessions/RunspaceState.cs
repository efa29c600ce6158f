using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace CognitoPools.Sessions;

/// <summary>What a runspace remembers: the account it is connected to. Parallel runspaces share nothing.</summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> States = new();

    public static RunspaceState Current => States.GetValue(Runspace.DefaultRunspace, _ => new RunspaceState());

    /// <summary>The account that Connect-PoolAccount chose, or null.</summary>
    public PoolAccount? Connected { get; set; }

    /// <summary>The account of the SDK's own credential chain, opened when a cmdlet first needs one.</summary>
    public PoolAccount? Implicit { get; set; }
}
