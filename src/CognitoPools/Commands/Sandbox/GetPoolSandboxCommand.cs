using System.Management.Automation;

namespace CognitoPools.Commands.Sandbox;

/// <summary>Gets the settings of the sandbox and the calls that it received.</summary>
/// <remarks>
/// <para>Use this cmdlet to test a script: the property Calls shows which requests the script sent to AWS, and which it
/// did not. The sandbox records the service, the operation, the request and the outcome of each call, and keeps the last
/// 2,000 calls. Tokens and secrets in requests are masked.</para>
/// <para>The object is a snapshot. Run the cmdlet again to see later calls.</para>
/// <para>This cmdlet cannot show the calls to a real account or the content of answers. When the session is not connected
/// to a sandbox, the cmdlet returns an error.</para>
/// </remarks>
/// <example>
/// <title>List the calls</title>
/// <code>(Get-PoolSandbox).Calls</code>
/// Lists the calls, the oldest first.
/// </example>
/// <example>
/// <title>Assert that nothing changed</title>
/// <code>(Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty</code>
/// Checks in a Pester test that a script called with -WhatIf sent no request that changes anything.
/// </example>
/// <example>
/// <title>Show the settings</title>
/// <code>Get-PoolSandbox | Select-Object Latency, IamDelay, RequestRates</code>
/// Shows the settings that Set-PoolSandbox changes.
/// </example>
/// <notes>
/// <para>Calls: none. The cmdlet works only while the runspace is connected to a sandbox.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Get, "PoolSandbox")]
[OutputType(typeof(PoolSandbox))]
public sealed class GetPoolSandboxCommand : SandboxCommand
{
    private protected override void Process() => WriteObject(new PoolSandbox(Sandbox));
}
