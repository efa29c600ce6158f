using System.Management.Automation;
using CognitoPools.Account;

namespace CognitoPools.Commands.Pool;

/// <summary>Gets identity pools with their whole configuration.</summary>
/// <remarks>
/// <para>Without a name it gets every pool of the Region. Each pool comes with its roles, its providers, their rules and
/// attribute mappings, and its tags. Pools are read in parallel and written in the order of the list, each as soon as it
/// is read. At most 64 pools are read ahead of the pipeline, and 4 when it takes one pool only.</para>
/// <para>Reading a pool takes two calls and one for each provider. It does not read the roles' policies. What the caller
/// may not read is null, with one warning that names the missing permission.</para>
/// <para>-AllRegions reads every Region of the account's partition that the AWS SDK knows, side by side, and writes the
/// pools in the order of the Regions' names. A Region that does not accept an access key which another Region accepted is
/// not enabled in the account; it is skipped, and so is one that has no endpoint of the service. -Verbose names them. A
/// Region that fails for another reason is an error, and the others are still read.</para>
/// </remarks>
/// <example>
/// <title>All pools of a Region</title>
/// <code>Get-CognitoIdentityPool -Region eu-west-1</code>
/// Writes each pool as soon as it is read.
/// </example>
/// <example>
/// <title>Pools by wildcard</title>
/// <code>Get-CognitoIdentityPool dev-* | Where-Object GuestAccess</code>
/// Finds the development pools that let guests in.
/// </example>
/// <example>
/// <title>One pool</title>
/// <code>(Get-CognitoIdentityPool shop).Providers</code>
/// Shows the providers of one pool.
/// </example>
/// <example>
/// <title>Every pool of the account</title>
/// <code>Get-CognitoIdentityPool -AllRegions | Group-Object Region -NoElement</code>
/// Counts the pools of each Region.
/// </example>
/// <example>
/// <title>Pools by tag</title>
/// <code>Get-CognitoIdentityPool -Tag @{ team = 'web', 'shop'; stage = 'prod*' }</code>
/// Gets the pools whose team is web or shop and whose stage begins with prod.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles and
/// GetPrincipalTagAttributeMap, the last once for each provider.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Get, "CognitoIdentityPool")]
[OutputType(typeof(IdentityPool))]
public sealed class GetCognitoIdentityPoolCommand : PoolSelectionCommand
{
    private protected override IdentityPool Read(AccountConnection connection, string identityPoolId) =>
        ReadVisiblePool(connection, identityPoolId);

    private protected override void Use(AccountConnection connection, IdentityPool pool)
    {
        WarnOfUnreadable(pool);
        WriteObject(pool);
    }
}
