using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using CognitoPools.Account;

namespace CognitoPools.Sessions;

/// <summary>What a runspace remembers: the account it is connected to. Parallel runspaces share nothing.</summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> States = new();

    public static RunspaceState Current => Of(Runspace.DefaultRunspace);

    /// <summary>The account that Connect-PoolAccount chose, or null.</summary>
    public PoolAccount? Connected { get; set; }

    /// <summary>The clock of the sandboxes that this runspace makes, their connections included.</summary>
    public TimeProvider SandboxTime { get; set; } = TimeProvider.System;

    private (AwsToolsSession Session, PoolAccount Account)? unasked;

    /// <summary>The state of a runspace; tests set the clock of its sandboxes by it.</summary>
    public static RunspaceState Of(Runspace runspace) => States.GetValue(runspace, _ => new RunspaceState());

    /// <summary>The account of a session where nobody connected: that of AWS.Tools' variables, else of the SDK's own
    /// credential chain. Opened when a cmdlet first needs one, and anew when the variables change.</summary>
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

    /// <summary>Opens the account of a session where nobody connected anew when it is next needed.</summary>
    public void ForgetUnasked() => unasked = null;
}
