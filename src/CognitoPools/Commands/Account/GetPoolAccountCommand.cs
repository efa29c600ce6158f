using System.Management.Automation;
using CognitoPools.Sessions;

namespace CognitoPools.Commands.Account;

/// <summary>Gets the AWS account, caller, Region and endpoint that the cmdlets use.</summary>
/// <remarks>
/// <para>The cmdlet calls STS to identify the caller, which requires no permission. You can use the object as
/// -Connection of the other cmdlets.</para>
/// <para>With -Credential or -ProfileName, the cmdlet gets that account without connecting to it. This cmdlet cannot
/// show credentials.</para>
/// </remarks>
/// <example>
/// <title>Show the current account</title>
/// <code>Get-PoolAccount</code>
/// Shows the account, the ARN of the caller, the Region, the endpoint, and whether it is the sandbox.
/// </example>
/// <example>
/// <title>Another profile</title>
/// <code>Get-PoolAccount -ProfileName production</code>
/// Shows the account and caller of that profile.
/// </example>
/// <example>
/// <title>Check the account</title>
/// <code>if ((Get-PoolAccount).AccountId -ne '123456789012') { throw 'wrong account' }</code>
/// Stops a runbook at its first line if the account is wrong.
/// </example>
/// <notes>
/// <para>Calls: sts: GetCallerIdentity, once for each account. It requires no permission.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">AWS SDKs and Tools: configuration
/// and credentials files</seealso>
[Cmdlet(VerbsCommon.Get, "PoolAccount")]
[OutputType(typeof(PoolAccount))]
public sealed class GetPoolAccountCommand : ConnectedCommand
{
    private protected override void Process()
    {
        var account = Account;
        Run(token => AccountFacts.ReadAsync(account, token));
        WriteObject(account);
    }
}
