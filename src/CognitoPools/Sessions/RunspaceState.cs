using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using CognitoPools.Account;

using EngineState = System.Management.Automation.Runspaces.RunspaceState;

namespace CognitoPools.Sessions;

/// <summary>The state of a runspace: the account it is connected to. Parallel runspaces share nothing, but each knows whether
/// another is connected to a sandbox.</summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> States = new();

    // Weak references, so that an abandoned runspace does not count.
    private static readonly List<WeakReference<Runspace>> WithSandbox = [];

    private readonly WeakReference<Runspace> runspace;
    private PoolAccount? connected;
    private (AwsToolsSession Session, PoolAccount Account)? unasked;

    private RunspaceState(Runspace runspace) => this.runspace = new(runspace);

    public static RunspaceState Current => Of(Runspace.DefaultRunspace);

    /// <summary>The account that Connect-PoolAccount chose, or null.</summary>
    public PoolAccount? Connected
    {
        get => Volatile.Read(ref connected);
        set
        {
            Volatile.Write(ref connected, value);
            lock (WithSandbox)
            {
                WithSandbox.Remove(runspace);
                if (value is { IsSandbox: true })
                    WithSandbox.Add(runspace);
            }
        }
    }

    /// <summary>Whether another open runspace of this process is connected to a sandbox.</summary>
    public bool IsSandboxElsewhere
    {
        get
        {
            lock (WithSandbox)
            {
                WithSandbox.RemoveAll(other => !other.TryGetTarget(out var target) || HasEnded(target));
                return WithSandbox.Exists(other => other != runspace);
            }
        }
    }

    /// <summary>The clock of the sandboxes that this runspace creates, and of their connections.</summary>
    public TimeProvider SandboxTime { get; set; } = TimeProvider.System;

    /// <summary>The state of a runspace; tests set the clock of its sandboxes by it.</summary>
    public static RunspaceState Of(Runspace runspace) => States.GetValue(runspace, key => new RunspaceState(key));

    /// <summary>The account of a runspace that is not connected: from the variables of AWS.Tools, or otherwise from the SDK's
    /// credential chain. It is opened when a cmdlet first needs it, and again when the variables change.</summary>
    public PoolAccount Implicit(AwsToolsSession session)
    {
        if (unasked is not { } known || known.Session != session)
        {
            unasked =
                known =
                    (
                        session,
                        new PoolAccount(AccountConnection.Open(new AccountOptions
                        {
                            Credentials = session.Credentials(),
                            Region = session.Region,
                        })));
        }
        return known.Account;
    }

    /// <summary>Discards the account of <see cref="Implicit"/>, so that it is opened again when it is next needed.</summary>
    public void ForgetUnasked() => unasked = null;

    private static bool HasEnded(Runspace runspace) =>
        runspace.RunspaceStateInfo.State is EngineState.Closing or EngineState.Closed or EngineState.Broken;
}
