using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Fleet;
using CognitoPools.Pools;

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
public sealed class GetCognitoIdentityPoolCommand : ConnectedCommand
{
    private TagFilter? tags;

    /// <summary>The identity pool: a name, which may hold wildcards, an id, or any object with an IdentityPoolId
    /// property. Without it: every pool.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "IdentityPoolId", "Id")]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    /// <summary>Only pools with all of these tags, as a hashtable. Keys are case-sensitive. A value is exact, a pattern with
    /// wildcards ('*' for any value), or a list of which one must fit.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>Every Region of the account's partition. A name or a pattern then finds pools in all of them; an id is still
    /// looked up in its own Region.</summary>
    [Parameter]
    public SwitchParameter AllRegions { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>The pool that is being worked on, as the user gave it.</summary>
    private object? Pool => CurrentItem;

    private protected override void Process()
    {
        Combination.NotWith(nameof(AllRegions), AllRegions, (nameof(Region), IsGiven(nameof(Region))));
        tags ??= TagFilter.Read(nameof(Tag), Tag);
        if (!IsBound(nameof(IdentityPool)) && !MyInvocation.ExpectingInput)
        {
            WriteAll(_ => true);
            return;
        }
        var argument = PoolArgument.Read(Pool);
        if (!argument.IsId && WildcardPattern.ContainsWildcardCharacters(argument.Text))
        {
            WriteAll(Wildcard.Of(nameof(IdentityPool), argument.Text).IsMatch);
            return;
        }
        if (AllRegions && !argument.IsId)
        {
            PoolRules.CheckName(argument.Text);
            if (!WriteAll(name => string.Equals(name, argument.Text, StringComparison.Ordinal)) && tags is null)
                throw new PoolException(PoolErrorId.PoolNotFound, argument.Text, "any Region", "");
            return;
        }
        var (connection, id) = ResolvePool(Pool);
        var pool = ReadVisiblePool(connection, id);
        if (tags?.Fits(pool) != false)
            WriteObject(pool);
    }

    /// <summary>Writes the pools whose names fit, of one Region or of all.</summary>
    /// <returns>Whether anything was written, be it an error.</returns>
    private bool WriteAll(Func<string, bool> fits)
    {
        var connection = Account.Connection;
        if (AllRegions)
            return WriteAllRegions(connection, fits);
        var fleet = Open(connection, RegionOf(connection), fits);
        ForEach(fleet.ReadAsync, pool => Write(fleet, pool));
        return true;
    }

    private bool WriteAllRegions(AccountConnection connection, Func<string, bool> fits)
    {
        var wrote = false;
        var fleets = new RegionFleets(connection, region => Open(connection, region, fits), Reporter.Verbose);
        ForEach(fleets.ReadAsync, found =>
        {
            wrote = true;
            if (found.Pool is { } pool)
                Write(found.Fleet, pool);
            else
                WriteError(PoolErrors.From(found.Failure!, found.Failure!.Region));
        });
        return wrote;
    }

    private PoolFleet Open(AccountConnection connection, string region, Func<string, bool> fits) =>
        new(connection, region, fits, tags is null ? null : tags.Fits, Reporter);

    private void Write(PoolFleet fleet, IdentityPool pool)
    {
        WarnOfUnreadable(pool);
        fleet.Give(pool, WriteObject);
    }
}
