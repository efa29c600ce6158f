using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Identities;

namespace CognitoPools.Commands.Identities;

/// <summary>Gets the identities of an identity pool, all or some, or identities by their ids.</summary>
/// <remarks>
/// <para>Identities are written as they come, 60 with each call, so that a pipeline starts at once and memory does not
/// grow with their number; the next page is on its way while the pipeline works. Select-Object -First stops the
/// listing. A guest is an identity without logins. Calls keep to the service's quota of 5 a second, which is 300
/// identities a second (see -RequestRate of Connect-PoolAccount).</para>
/// <para>The service filters nothing: whatever the parameters leave out is listed all the same. It does not tell when
/// an identity was last used; LastModifiedDate is when its record last changed. One identity asked for by its id comes
/// without its pool, because the service does not tell.</para>
/// <para>-Disabled lists the pool twice, first without the disabled identities and then with them, because no field
/// marks them, and remembers the enabled ones at 16 bytes each: a million take 16 MB and twice 56 minutes at the
/// service's quota. Identities younger than 15 minutes are held back and looked for in a third listing, so that none
/// that was just made is taken for a disabled one.</para>
/// </remarks>
/// <example>
/// <title>The identities of a pool</title>
/// <code>Get-PoolIdentity shop</code>
/// Lists guests and signed-in users.
/// </example>
/// <example>
/// <title>Old guests</title>
/// <code>Get-PoolIdentity shop -Guest -CreatedBefore (Get-Date).AddDays(-90)</code>
/// The dates are local, so that they compare with Get-Date in every time zone.
/// </example>
/// <example>
/// <title>Users of some providers</title>
/// <code>Get-PoolIdentity shop -Provider Google, us-east-1_*, login.example.com -ModifiedBefore 2024-01-01</code>
/// Those that signed in with Google, with a Cognito user pool of us-east-1 or with a provider named login.example.com,
/// and whose record did not change since 2024 began.
/// </example>
/// <example>
/// <title>One identity</title>
/// <code>Get-PoolIdentity -IdentityId us-east-1:12345678-1234-1234-1234-123456789012</code>
/// Shows the providers that it signed in with.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentities, 60 identities a call and 5 calls a second by default;
/// DescribeIdentityPool with -Provider; DescribeIdentity for one identity. A pool given by its name costs
/// ListIdentityPools too; an id does not.</para>
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

    /// <summary>The ids of identities.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    [AllowNull]
    [AllowEmptyString]
    [IdentityId]
    [ArgumentCompleter(typeof(IdentityCompleter))]
    public string?[]? IdentityId { get; set; }

    /// <summary>Only disabled identities. The pool is listed twice, and the enabled identities are remembered at 16
    /// bytes each.</summary>
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

    // An identity names a pool, too, but whoever pipes it means the identity.
    private static bool IsIdentity(object? item) =>
        OwnObject.TypeOf(item) is nameof(PoolIdentity) or nameof(PoolIdentityRemoval) or nameof(PoolDeveloperIdentity);

    private void WriteIdentity()
    {
        foreach (var parameter in Filters.Where(IsBound))
        {
            throw new InvalidSettingException(
                parameter, null, "it chooses among the identities of a pool, and an identity is given.", $"Omit -{parameter}.");
        }
        var identity = IdentityArgument.Read(CurrentItem);
        CheckRegion(identity.IdentityId);
        var connection = ConnectionFor(identity.Connection);
        WriteObject(Run(token => new IdentityLister(connection).DescribeAsync(identity.IdentityId, token)));
    }
}
