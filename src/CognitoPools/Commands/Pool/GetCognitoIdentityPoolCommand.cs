using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Fleet;

namespace CognitoPools.Commands.Pool;

/// <summary>Gets identity pools with their whole configuration.</summary>
/// <remarks>
/// <para>Without a name it gets every pool of the Region. Each pool comes with its roles, its providers, their rules and
/// attribute mappings, and its tags. Pools are read in parallel and written in the order of the list, each as soon as it
/// is read. At most 64 pools are read ahead of the pipeline, and 4 when it takes one pool only.</para>
/// <para>Reading a pool takes two calls and one for each provider. It does not read the roles' policies. What the caller
/// may not read is null, with one warning that names the missing permission.</para>
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
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles and
/// GetPrincipalTagAttributeMap, the last once for each provider.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Get, "CognitoIdentityPool")]
[OutputType(typeof(IdentityPool))]
public sealed class GetCognitoIdentityPoolCommand : ConnectedCommand
{
    /// <summary>The identity pool: a name, which may hold wildcards, an id, or any object with an IdentityPoolId
    /// property. Without it: every pool.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "IdentityPoolId", "Id")]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>The pool that is being worked on, as the user gave it.</summary>
    private object? Pool => CurrentItem;

    private protected override void Process()
    {
        if (!IsBound(nameof(IdentityPool)) && !MyInvocation.ExpectingInput)
        {
            WriteAll(WildcardPattern.Get("*", WildcardOptions.None));
            return;
        }
        var argument = PoolArgument.Read(Pool);
        if (!argument.IsId && WildcardPattern.ContainsWildcardCharacters(argument.Text))
        {
            WriteAll(Wildcard.Of(nameof(IdentityPool), argument.Text));
            return;
        }
        var (connection, id) = ResolvePool(Pool);
        WriteObject(ReadVisiblePool(connection, id));
    }

    private void WriteAll(WildcardPattern pattern)
    {
        var connection = Account.Connection;
        var region = RegionOf(connection);
        var fleet = new PoolFleet(connection, region, name => pattern.IsMatch(name), Reporter);
        ForEach(fleet.ReadAsync, pool =>
        {
            WarnOfUnreadable(pool);
            fleet.Give(pool, WriteObject);
        });
    }
}
