using System.Management.Automation;
using CognitoPools.Identities;

namespace CognitoPools.Commands.Identities;

/// <summary>Counts the identities of an identity pool: guests and users, by provider, and by age.</summary>
/// <remarks>
/// <para>The pool is listed once, 60 identities with each call, and memory does not grow with their number. A pool of a
/// million takes 56 minutes at the service's quota of 5 calls a second. Nothing is changed.</para>
/// <para>Each age group says how many identities are at least so old, and how many of them are guests: that is what a
/// cleanup with its Before date would remove. For any other cut-off, give the parameters of Get-PoolIdentity: Matching
/// counts what they fit, and all other numbers stay those of the whole pool.</para>
/// <para>Days has a row for each day on which identities were made, so that a wave of guests made by bots shows. Days are
/// those of UTC: two machines count the same ones. Only identities that are still in the pool are counted.</para>
/// <para>Ages are counted by this machine's clock. An identity with several logins counts for each of its providers.
/// The service does not tell when an identity was last used: the modification date is when its record last
/// changed.</para>
/// </remarks>
/// <example>
/// <title>What is in the pool?</title>
/// <code>Measure-PoolIdentity shop</code>
/// Shows guests, users, providers and ages, with bars.
/// </example>
/// <example>
/// <title>What would a cleanup remove?</title>
/// <code>(Measure-PoolIdentity shop -Guest -CreatedBefore (Get-Date).AddDays(-90)).Matching</code>
/// Counts what Get-PoolIdentity with the same parameters would give to Remove-PoolIdentity.
/// </example>
/// <example>
/// <title>The age groups as objects</title>
/// <code>(Measure-PoolIdentity shop).Created | Select-Object Age, Count, CountBefore, GuestsBefore, Before</code>
/// One row for each age group.
/// </example>
/// <example>
/// <title>The busiest days</title>
/// <code>(Measure-PoolIdentity shop).Days | Sort-Object Guests -Descending | Select-Object -First 5</code>
/// The five days (UTC) on which the most guests were made. To see the guests of a day, give its Day to Get-PoolIdentity:
/// -CreatedAfter $day.Day -CreatedBefore $day.Day.AddDays(1).
/// </example>
/// <example>
/// <title>All pools</title>
/// <code>Get-CognitoIdentityPool | Measure-PoolIdentity | Select-Object IdentityPoolId, Total, Guests</code>
/// One row for each pool of the Region.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentities, 60 identities a call and 5 calls a second by default, and
/// DescribeIdentityPool. A pool given by its name costs ListIdentityPools too; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html">Amazon Cognito: quotas</seealso>
[Cmdlet(VerbsDiagnostic.Measure, "PoolIdentity", DefaultParameterSetName = PoolSet)]
[OutputType(typeof(PoolIdentityMeasurement))]
public sealed class MeasurePoolIdentityCommand : IdentityQueryCommand
{
    /// <summary>Also counts the disabled identities, by a second listing of the enabled ones.</summary>
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
