using System.Management.Automation;
using CognitoPools.Sessions;

namespace CognitoPools.Commands.Account;

/// <summary>Shows the AWS account, caller, Region and endpoint that the cmdlets use.</summary>
/// <remarks>
/// <para>Asks STS who the caller is, which needs no permission. The object also serves as -Connection of the other
/// cmdlets.</para>
/// <para>It shows no credentials.</para>
/// <para>With -Credential or -ProfileName it shows that account, without connecting to it.</para>
/// </remarks>
/// <example>
/// <title>Where am I?</title>
/// <code>Get-PoolAccount</code>
/// Shows account, caller ARN, Region, endpoint and whether it is the sandbox.
/// </example>
/// <example>
/// <title>Another profile</title>
/// <code>Get-PoolAccount -ProfileName production</code>
/// Shows whose credentials that profile has.
/// </example>
/// <example>
/// <title>Make sure of the account</title>
/// <code>if ((Get-PoolAccount).AccountId -ne '123456789012') { throw 'wrong account' }</code>
/// A runbook's first line.
/// </example>
/// <notes>
/// <para>Calls: sts: GetCallerIdentity, once for an account; it needs no permission.</para>
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
