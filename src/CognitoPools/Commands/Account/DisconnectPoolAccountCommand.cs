using System.Management.Automation;
using CognitoPools.Sessions;

namespace CognitoPools.Commands.Account;

/// <summary>Forgets the account of this runspace; a sandbox ends with it.</summary>
/// <remarks>
/// <para>Afterwards the cmdlets use the SDK's own credential chain again, unless another runspace of this process is still
/// connected to a sandbox: then they stop with an error that says how to choose an account. Objects that came from the account still work
/// with it, but those of a sandbox only as long as something holds them.</para>
/// <para>Without a connected account it does nothing.</para>
/// </remarks>
/// <example>
/// <title>End a sandbox</title>
/// <code>Disconnect-PoolAccount</code>
/// The account in memory is gone with all its pools.
/// </example>
/// <example>
/// <title>Clean up after a script</title>
/// <code>try { Get-CognitoIdentityPool | Get-PoolRole } finally { Disconnect-PoolAccount }</code>
/// Leaves nothing behind for what runs next in the session, whatever happens.
/// </example>
/// <example>
/// <title>Back to the default credentials</title>
/// <code>Disconnect-PoolAccount; Get-PoolAccount</code>
/// Shows the account of the SDK's own chain.
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
