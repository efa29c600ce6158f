using System.Management.Automation;
using CognitoPools.Sessions;

namespace CognitoPools.Commands.Account;

/// <summary>Disconnects this runspace from its account. A sandbox ends with the connection.</summary>
/// <remarks>
/// <para>After this, the cmdlets use the SDK's credential chain again. If another runspace of this process is still
/// connected to a sandbox, they stop with an error that explains how to choose an account.</para>
/// <para>Objects that came from the account still work with it. Objects of a sandbox work only as long as a variable
/// refers to them.</para>
/// <para>Without a connected account, this cmdlet does nothing. It cannot disconnect other runspaces.</para>
/// </remarks>
/// <example>
/// <title>End a sandbox</title>
/// <code>Disconnect-PoolAccount</code>
/// Removes the account in memory with all its pools.
/// </example>
/// <example>
/// <title>Clean up after a script</title>
/// <code>try { Get-CognitoIdentityPool | Get-PoolRole } finally { Disconnect-PoolAccount }</code>
/// Disconnects in every case, so that the next script in the session starts without an account.
/// </example>
/// <example>
/// <title>Return to the default credentials</title>
/// <code>Disconnect-PoolAccount; Get-PoolAccount</code>
/// Shows the account of the SDK's credential chain.
/// </example>
/// <notes>
/// <para>Calls: none.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">AWS SDKs and Tools: configuration
/// and credentials files</seealso>
[Cmdlet(VerbsCommunications.Disconnect, "PoolAccount")]
public sealed class DisconnectPoolAccountCommand : PoolCommand
{
    private protected override void Process()
    {
        var state = RunspaceState.Current;
        state.Connected = null;
        state.ForgetUnasked();
    }
}
