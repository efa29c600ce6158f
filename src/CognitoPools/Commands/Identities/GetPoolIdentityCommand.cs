using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Identities;

namespace CognitoPools.Commands.Identities;

/// <summary>Gets the identities of an identity pool, or identities by their ids.</summary>
/// <remarks>
/// <para>The cmdlet returns identities as they arrive, 60 with each call, and requests the next page while the pipeline
/// works. Memory does not grow with the number of identities. Select-Object -First stops the listing. Calls stay within
/// the service's quota of 5 a second, which is 300 identities a second. To change the rate, use Connect-PoolAccount
/// -RequestRate.</para>
/// <para>A guest is an identity without logins.</para>
/// <para>-Disabled lists the pool twice, first without the disabled identities and then with them, because no field
/// marks them. The cmdlet remembers each enabled identity in 16 bytes. A million identities require 16 MB and twice 56
/// minutes at the service's quota. Identities that are younger than 15 minutes are checked again in a third listing, so
/// that new identities are not reported as disabled.</para>
/// <para>The service cannot filter: the cmdlet lists all identities of the pool and leaves out those that do not match.
/// The service does not report when an identity was last used; LastModifiedDate is the date of the last change to its
/// record. It also does not report the pool of an identity that you get by its id.</para>
/// </remarks>
/// <example>
/// <title>The identities of a pool</title>
/// <code>Get-PoolIdentity shop</code>
/// Gets guests and signed-in users.
/// </example>
/// <example>
/// <title>Old guests</title>
/// <code>Get-PoolIdentity shop -Guest -CreatedBefore (Get-Date).AddDays(-90)</code>
/// The dates are local times, so you can compare them with Get-Date in every time zone.
/// </example>
/// <example>
/// <title>Users of some providers</title>
/// <code>Get-PoolIdentity shop -Provider Google, us-east-1_*, login.example.com -ModifiedBefore 2024-01-01</code>
/// Gets the identities that signed in with Google, a Cognito user pool of us-east-1, or the provider login.example.com,
/// and whose record has not changed since the start of 2024.
/// </example>
/// <example>
/// <title>One identity</title>
/// <code>Get-PoolIdentity -IdentityId us-east-1:12345678-1234-1234-1234-123456789012</code>
/// Shows the providers that the identity signed in with.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentities, 60 identities a call and by default 5 calls a second;
/// DescribeIdentityPool with -Provider; DescribeIdentity for one identity. A pool specified by its name also requires
/// ListIdentityPools; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html">Amazon Cognito: quotas</seealso>
[Cmdlet(VerbsCommon.Get, "PoolIdentity", DefaultParameterSetName = PoolSet)]
[OutputType(typeof(PoolIdentity))]
public sealed class GetPoolIdentityCommand : IdentityQueryCommand
{
    private const string IdentitySet = "Identity";

    private static readonly string[] Filters =
    [
        nameof(Guest), nameof(Authenticated), nameof(Provider), nameof(CreatedBefore), nameof(CreatedAfter), nameof(ModifiedBefore),
        nameof(ModifiedAfter), nameof(Disabled),
    ];

    /// <summary>Specifies the ids of the identities to get.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    [AllowNull]
    [AllowEmptyString]
    [IdentityId]
    [ArgumentCompleter(typeof(IdentityCompleter))]
    public string?[]? IdentityId { get; set; }

    /// <summary>Gets only disabled identities. The cmdlet lists the pool twice and remembers each enabled identity in
    /// 16 bytes.</summary>
    [Parameter(ParameterSetName = PoolSet)]
    public SwitchParameter Disabled { get; set; }

    private protected override IReadOnlyList<object?> Items => ParameterSetName == PoolSet ? base.Items : IdentityId ?? [null];

    private protected override void Process()
    {
        if (ParameterSetName == IdentitySet || IsIdentity(CurrentItem))
        {
            WriteIdentity();
            return;
        }
        var (connection, id) = ResolvePool(Pool);
        var filter = Filter(() => FormsOf(connection, id));
        var lister = new IdentityLister(connection, Reporter);
        ForEach(token => Disabled ? lister.ListDisabledAsync(id, filter, token) : lister.ListAsync(id, filter, token), page =>
        {
            foreach (var identity in page)
                WriteObject(identity);
        });
    }

    // A piped identity also names its pool, but the user wants that identity, not all of the pool.
    private static bool IsIdentity(object? item) =>
        OwnObject.TypeOf(item) is nameof(PoolIdentity) or nameof(PoolIdentityRemoval) or nameof(PoolDeveloperIdentity);

    private void WriteIdentity()
    {
        foreach (var parameter in Filters.Where(IsBound))
        {
            throw new InvalidSettingException(
                parameter, null, "the parameter filters the identities of a pool, and an identity was specified.", $"Omit -{parameter}.");
        }
        var identity = IdentityArgument.Read(CurrentItem);
        CheckRegion(identity.IdentityId);
        var connection = ConnectionFor(identity.Connection);
        WriteObject(Run(token => new IdentityLister(connection).DescribeAsync(identity.IdentityId, token)));
    }
}
