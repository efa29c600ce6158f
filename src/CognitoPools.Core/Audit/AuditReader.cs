using CognitoPools.Account;
using CognitoPools.Audit.Model;
using CognitoPools.Fleet;
using CognitoPools.Pools;

namespace CognitoPools.Audit;

/// <summary>Reads the data of the checks: the roles of pools, the providers in IAM, and which other pools exist. Data that several
/// pools share is read once.</summary>
/// <param name="connection">The account.</param>
/// <param name="reads">The data that the checks need.</param>
/// <param name="userPools">The known facts about user pools.</param>
internal sealed class AuditReader(AccountConnection connection, AuditReads reads, UserPoolFacts userPools)
{
    private readonly AuditRoleReader roles = new(connection, reads);
    private readonly AuditProviderReader providers = new(connection);

    /// <summary>The pools of the Regions, with the roles that they use.</summary>
    public PoolRoleUses Uses { get; } = new(connection);

    /// <summary>Reads the data of a pool.</summary>
    /// <param name="pool">The pool, as far as the caller may read it.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<AuditedPool> ReadAsync(IdentityPool pool, CancellationToken cancellationToken)
    {
        var unread = new List<UnreadPart>(pool.Unreadable.Select(Unread).OfType<UnreadPart>());
        var reading = Needs(AuditReads.Trust | AuditReads.Policies)
            ? UsedRoles.Of(pool, userPools).Select(used => roles.ReadAsync(pool, used.Arn, used.Uses, cancellationToken)).ToList()
            : [.. UsedRoles.Of(pool, userPools).Select(used => Task.FromResult(new ReadRole(new AuditedRole(used.Arn, used.Uses), [])))];
        var readingProviders = Needs(AuditReads.Providers)
            ? providers.ReadAsync(pool, cancellationToken)
            : Task.FromResult(ReadProviders.None);
        var readRoles = await Task.WhenAll(reading).ConfigureAwait(false);
        var readProviders = await readingProviders.ConfigureAwait(false);
        var audited = await WithOtherUsesAsync(pool, readRoles, cancellationToken).ConfigureAwait(false);
        var others = new Dictionary<string, TrustedPoolState>(StringComparer.Ordinal);
        IReadOnlyList<string> namesakes = [];
        if (Needs(AuditReads.OtherPools))
        {
            namesakes = await NamesakesAsync(pool, unread, cancellationToken).ConfigureAwait(false);
            await AddOtherPoolsAsync(pool, audited, others, unread, cancellationToken).ConfigureAwait(false);
        }
        return new AuditedPool(pool)
        {
            AccountId = await connection.FindAccountIdAsync(pool.Region, cancellationToken).ConfigureAwait(false),
            Roles = audited,
            OtherPools = others,
            Providers = readProviders.Facts,
            UserPools = userPools,
            Namesakes = namesakes,
            Time = connection.TimeProvider.GetUtcNow(),
            Unread = [.. unread, .. readRoles.SelectMany(role => role.Unread), .. readProviders.Unread],
        };
    }

    private bool Needs(AuditReads part) => (reads & part) != 0;

    private static UnreadPart? Unread(UnreadablePart part)
    {
        if (part.IsWrittenBy(PoolCall.SetIdentityPoolRoles))
        {
            return new UnreadPart(
                AuditReads.PoolRoles | AuditReads.Trust | AuditReads.Policies, part.Part, part.Permission, part.Reason);
        }
        return part.IsWrittenBy(PoolCall.SetPrincipalTagAttributeMap)
            ? new UnreadPart(AuditReads.AttributeMappings, part.Part, part.Permission, part.Reason)
            : null;
    }

    private async Task<IReadOnlyList<string>> NamesakesAsync(
        IdentityPool pool, List<UnreadPart> unread, CancellationToken cancellationToken)
    {
        try
        {
            var listed = await Uses.PoolsAsync(pool.Region, cancellationToken).ConfigureAwait(false);
            return [.. listed.Where(other => other.Name == pool.Name && other.IdentityPoolId != pool.IdentityPoolId)
                .Select(other => other.IdentityPoolId)];
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            unread.Add(ListUnread(pool.Region, refusal));
            return [];
        }
    }

    // A repair must not shut users of other pools out of a role. They can only use it if its trust policy accepts them.
    private async Task<IReadOnlyList<AuditedRole>> WithOtherUsesAsync(
        IdentityPool pool, IReadOnlyList<ReadRole> readRoles, CancellationToken cancellationToken)
    {
        var roles = readRoles.Select(read => read.Role).ToList();
        if (!roles.Exists(role => AcceptsOtherPools(role, pool)))
            return roles;
        try
        {
            var uses = await Uses.InRegionAsync(pool.Region, cancellationToken).ConfigureAwait(false);
            return [.. roles.Select(role => !AcceptsOtherPools(role, pool) ? role : role with
            {
                UsedElsewhere = [.. uses.Where(use => use.RoleArn == role.Arn && use.IdentityPoolId != pool.IdentityPoolId)],
            })];
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            // The checks need no other pools. The warnings of a repair then mention other pools in general.
            return roles;
        }
    }

    private static bool AcceptsOtherPools(AuditedRole role, IdentityPool pool) => role.Trust is { } trust
        && (trust.CognitoStatementsWithoutAudience().Count > 0
            || trust.AudiencePools(AwsPartition.FromRegion(pool.Region)).Any(id => id != pool.IdentityPoolId));

    private async Task AddOtherPoolsAsync(
        IdentityPool pool, IReadOnlyList<AuditedRole> audited, Dictionary<string, TrustedPoolState> others, List<UnreadPart> unread,
        CancellationToken cancellationToken)
    {
        var partition = AwsPartition.FromRegion(pool.Region);
        var named = audited.Where(role => role.Trust is not null)
            .SelectMany(role => role.Trust!.AudiencePools(partition))
            .Where(id => id != pool.IdentityPoolId && !TrustedPools.IsPattern(id))
            .Distinct(StringComparer.Ordinal);
        foreach (var id in named)
        {
            try
            {
                others[id] = !PoolIds.IsId(id)
                    ? TrustedPoolState.NotInAccount
                    : (await Uses.PoolsAsync(PoolIds.Region(id), cancellationToken).ConfigureAwait(false))
                        .Any(listed => listed.IdentityPoolId == id) ? TrustedPoolState.Exists : TrustedPoolState.NotInAccount;
            }
            catch (Exception refusal) when (refusal is not OperationCanceledException)
            {
                others[id] = TrustedPoolState.Unknown;
                if (!unread.Exists(part => part.Target == ListUnread(PoolIds.Region(id), refusal).Target))
                    unread.Add(ListUnread(PoolIds.Region(id), refusal));
            }
        }
    }

    private static UnreadPart ListUnread(string region, Exception refusal) => new(
        AuditReads.OtherPools, $"The identity pools of {region}",
        AwsErrors.IsNotAuthorized(refusal) ? DeniedAction.Of(refusal.Message) ?? "cognito-identity:ListIdentityPools" : null,
        refusal.Message);
}
