using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Fleet;
using CognitoPools.Pools;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that read one pool, several or all: by name, wildcard or tag, in one Region or in
/// all.</summary>
public abstract class PoolSelectionCommand : ConnectedCommand
{
    private TagFilter? tags;

    /// <summary>Specifies one or more identity pools. Enter a name, with or without wildcards, an id, an ARN, or any object with
    /// an IdentityPoolId property. By default, the cmdlet processes all pools of the Region.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "IdentityPoolId", "Id")]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public virtual PSObject[]? IdentityPool { get; set; }

    /// <summary>Specifies a hashtable of tags, for example @{ team = 'web' }. The cmdlet processes only pools that have all of these
    /// tags. Keys are case-sensitive. A value is an exact value, a wildcard pattern ('*' for any value), or a list of which one
    /// item must match.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>Searches every Region of the account's partition. A name or a pattern then finds pools in all Regions; an id is
    /// still looked up in its own Region. This parameter cannot be used with -Region.</summary>
    [Parameter]
    public SwitchParameter AllRegions { get; set; }

    /// <summary>Reads a pool that the user named.</summary>
    private protected abstract IdentityPool Read(AccountConnection connection, string identityPoolId);

    /// <summary>Processes a pool.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="pool">The pool, with the parts that the caller may read.</param>
    private protected abstract void Use(AccountConnection connection, IdentityPool pool);

    /// <summary>Refuses parameters that cannot be used together, before the first call.</summary>
    private protected virtual void CheckParameters()
    {
    }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>The current pool, as the user specified it.</summary>
    private object? Pool => CurrentItem is { } item and not string && !PoolArgument.IsNamedBy(item)
        && Unwrapped.PropertyValue(item, "Name") is { } name ? name : CurrentItem;

    private protected override void Process()
    {
        CheckParameters();
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
        var pool = Read(connection, id);
        if (tags?.Fits(pool) != false)
            Use(connection, pool);
    }

    /// <summary>Writes the pools whose names match, of one Region or of all.</summary>
    /// <returns>Whether anything was written, including errors.</returns>
    private bool WriteAll(Func<string, bool> fits)
    {
        var connection = Account.Connection;
        if (AllRegions)
            return WriteAllRegions(connection, fits);
        var fleet = Open(connection, RegionOf(connection), fits);
        ForEach(fleet.ReadAsync, pool => fleet.Give(pool, given => Use(connection, given)));
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
                found.Fleet.Give(pool, given => Use(connection, given));
            else
                Report(PoolErrors.From(found.Failure!, found.Failure!.Region));
        });
        return wrote;
    }

    private PoolFleet Open(AccountConnection connection, string region, Func<string, bool> fits) =>
        new(connection, region, fits, tags is null ? null : tags.Fits, Reporter);
}
