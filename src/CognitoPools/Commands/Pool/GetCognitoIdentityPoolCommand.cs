using System.Management.Automation;
using CognitoPools.Account;

namespace CognitoPools.Commands.Pool;

/// <summary>Gets identity pools with their complete configuration.</summary>
/// <remarks>
/// <para>Gets the pools that you specify by name, wildcard, id or tag. By default, the cmdlet gets every pool in the
/// Region. Each pool includes its roles, providers, rules, attribute mappings and tags. Pools are read in parallel
/// and returned in the order of the service's list, each as soon as it is read. At most 64 pools are read ahead of
/// the pipeline, and at most 4 if the pipeline needs only one pool.</para>
/// <para>-AllRegions reads every Region of the account's partition that the AWS SDK knows, in parallel. Pools are
/// returned in the order of the Region names. A Region that rejects an access key which another Region accepted is
/// not enabled in the account, and is skipped. A Region without an endpoint of the service is also skipped. -Verbose
/// lists these Regions. If a Region fails for another reason, the cmdlet writes an error and still reads the other
/// Regions.</para>
/// <para>Properties that the caller does not have permission to read are null, and one warning names the missing
/// permission. To read a pool, the cmdlet makes two calls, and one more for each provider.</para>
/// <para>This cmdlet cannot read the policies of the roles. To read them, use Get-PoolRole -IncludePolicy.</para>
/// </remarks>
/// <example>
/// <title>Get all pools in a Region</title>
/// <code>Get-CognitoIdentityPool -Region eu-west-1</code>
/// Returns each pool as soon as it is read.
/// </example>
/// <example>
/// <title>Get pools by wildcard</title>
/// <code>Get-CognitoIdentityPool dev-* | Where-Object GuestAccess</code>
/// Gets the development pools that allow guest access.
/// </example>
/// <example>
/// <title>Get the providers of one pool</title>
/// <code>(Get-CognitoIdentityPool shop).Providers</code>
/// Gets the providers of one pool.
/// </example>
/// <example>
/// <title>Get every pool of the account</title>
/// <code>Get-CognitoIdentityPool -AllRegions | Group-Object Region -NoElement</code>
/// Counts the pools in each Region.
/// </example>
/// <example>
/// <title>Get pools by tag</title>
/// <code>Get-CognitoIdentityPool -Tag @{ team = 'web', 'shop'; stage = 'prod*' }</code>
/// Gets the pools whose team tag is web or shop and whose stage tag begins with prod.
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
