using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Sandbox;
using CognitoPools.Sessions;

namespace CognitoPools.Commands.Sandbox;

/// <summary>The base of the cmdlets that work on the sandbox itself.</summary>
public abstract class SandboxCommand : PoolCommand
{
    /// <summary>The sandbox, as Connect-PoolAccount -Sandbox gave it. Without it: the one this runspace is connected
    /// to.</summary>
    [Parameter]
    [ValidateNotNull]
    [OneValue]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public PoolAccount? Connection { get; set; }

    private protected SandboxAccount Sandbox => Connected?.Sandbox ?? throw new PoolException(PoolErrorId.NoSandbox);

    /// <summary>The Region of the connection.</summary>
    private protected string ConnectedRegion => Connected?.Region ?? AwsRegion.SandboxDefault;

    private PoolAccount? Connected => Connection ?? RunspaceState.Current.Connected;
}
