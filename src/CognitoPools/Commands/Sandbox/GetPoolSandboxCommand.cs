using System.Management.Automation;

namespace CognitoPools.Commands.Sandbox;

/// <summary>Shows the sandbox's settings and the calls made to it.</summary>
/// <remarks>
/// <para>Every call is recorded with its service, operation, request and answer, so that a test of a runbook can assert
/// what was, and what was not, asked of AWS. Tokens and secrets in requests are masked.</para>
/// <para>The object is a picture of the moment: ask again for later calls. Without a sandbox it is an error; it says
/// nothing about a real account.</para>
/// </remarks>
/// <example>
/// <title>Which calls were made?</title>
/// <code>(Get-PoolSandbox).Calls</code>
/// Lists the calls, oldest first.
/// </example>
/// <example>
/// <title>Prove that nothing was changed</title>
/// <code>(Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty</code>
/// A Pester test of a runbook's -WhatIf.
/// </example>
/// <example>
/// <title>The settings</title>
/// <code>Get-PoolSandbox | Select-Object Latency, IamDelay, RequestRates</code>
/// Shows what Set-PoolSandbox has set.
/// </example>
/// <notes>
/// <para>Calls: none. It works only while the runspace is connected to a sandbox.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Get, "PoolSandbox")]
[OutputType(typeof(PoolSandbox))]
public sealed class GetPoolSandboxCommand : SandboxCommand
{
    private protected override void Process() => WriteObject(new PoolSandbox(Sandbox));
}
