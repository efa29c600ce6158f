using System.Management.Automation;
using CognitoPools.Identities;

namespace CognitoPools.Commands.Identities;

/// <summary>Counts the identities of an identity pool: guests and users, by provider, and by age.</summary>
/// <remarks>
/// <para>The cmdlet lists the pool once, 60 identities with each call. Memory does not grow with the number of
/// identities. A million identities require 56 minutes at the service's quota of 5 calls a second.</para>
/// <para>Each age group shows how many identities are at least that old, and how many of them are guests. This is the
/// number that a cleanup with its Before date would remove. For any other limit, use the parameters of
/// Get-PoolIdentity: Matching counts the identities that match them. All other numbers still describe the whole
/// pool.</para>
/// <para>Days has a row for each day on which identities were created, so you can see a wave of guests that bots
/// created. Days are in UTC, so that two machines count the same days. Ages are counted by the clock of this machine.
/// An identity with several logins counts for each of its providers.</para>
/// <para>This cmdlet cannot count identities that were removed from the pool. The service does not report when an
/// identity was last used; the modification date is the date of the last change to its record.</para>
/// </remarks>
/// <example>
/// <title>What is in the pool?</title>
/// <code>Measure-PoolIdentity shop</code>
/// Shows guests, users, providers and ages, with bars.
/// </example>
/// <example>
/// <title>What would a cleanup remove?</title>
/// <code>(Measure-PoolIdentity shop -Guest -CreatedBefore (Get-Date).AddDays(-90)).Matching</code>
/// Counts the identities that Get-PoolIdentity with the same parameters would pipe to Remove-PoolIdentity.
/// </example>
/// <example>
/// <title>The age groups as objects</title>
/// <code>(Measure-PoolIdentity shop).Created | Select-Object Age, Count, CountBefore, GuestsBefore, Before</code>
/// Returns one row for each age group.
/// </example>
/// <example>
/// <title>The busiest days</title>
/// <code>(Measure-PoolIdentity shop).Days | Sort-Object Guests -Descending | Select-Object -First 5</code>
/// Returns the five days (UTC) on which the most guests were created. To get the guests of a day, use its Day in
/// Get-PoolIdentity: -CreatedAfter $day.Day -CreatedBefore $day.Day.AddDays(1).
/// </example>
/// <example>
/// <title>All pools</title>
/// <code>Get-CognitoIdentityPool | Measure-PoolIdentity | Select-Object IdentityPoolId, Total, Guests</code>
/// Returns one row for each pool of the Region.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentities, 60 identities a call and by default 5 calls a second, and
/// DescribeIdentityPool. A pool specified by its name also requires ListIdentityPools; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html">Amazon Cognito: quotas</seealso>
[Cmdlet(VerbsDiagnostic.Measure, "PoolIdentity", DefaultParameterSetName = PoolSet)]
[OutputType(typeof(PoolIdentityMeasurement))]
public sealed class MeasurePoolIdentityCommand : IdentityQueryCommand
{
    /// <summary>Also counts the disabled identities, with a second listing of the enabled ones.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    public SwitchParameter Disabled { get; set; }

    private protected override void Process()
    {
        var (connection, id) = ResolvePool(Pool);
        var forms = new Lazy<LoginForms>(() => FormsOf(connection, id));
        var filter = Filter(() => forms.Value);
        var kinds = forms.Value;
        WriteObject(Run(token => new IdentityMeasurer(connection, Reporter).MeasureAsync(id, kinds, filter, Disabled, token)));
    }
}
