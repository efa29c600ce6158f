using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Pools;

/// <summary>Reads the complete configuration of a pool into one <see cref="IdentityPool"/>.</summary>
/// <param name="connection">The account to read from.</param>
public sealed class PoolReader(AccountConnection connection)
{
    private const int ParallelReads = 4;

    /// <summary>The pool's settings, roles, role mappings and attribute mappings: two calls and one for each provider.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ResourceNotFoundException">There is no such pool.</exception>
    public Task<IdentityPool> ReadAsync(string identityPoolId, CancellationToken cancellationToken) =>
        ReadAsync(identityPoolId, PoolParts.Whole, cancellationToken);

    /// <summary>The pool's settings and the requested parts.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="parts">The parts that an edit needs.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ResourceNotFoundException">There is no such pool.</exception>
    /// <exception cref="UnreadablePartException">The caller does not have permission to read a requested part.</exception>
    public Task<IdentityPool> ReadAsync(string identityPoolId, PoolParts parts, CancellationToken cancellationToken) =>
        ReadAsync(identityPoolId, parts, visibleOnly: false, cancellationToken);

    /// <summary>The parts of the pool that the caller can read. <see cref="IdentityPool.Unreadable"/> lists the others.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ResourceNotFoundException">There is no such pool.</exception>
    public Task<IdentityPool> ReadVisibleAsync(string identityPoolId, CancellationToken cancellationToken) =>
        ReadAsync(identityPoolId, PoolParts.Whole, visibleOnly: true, cancellationToken);

    /// <summary>The pool with its current settings. Roles and mappings keep their known values.</summary>
    internal async Task<IdentityPool> ReadSettingsAsync(IdentityPool known, CancellationToken cancellationToken) =>
        PoolWire.WithSettings(known, await connection.Cognito(known.Region)
            .DescribeIdentityPoolAsync(
                new DescribeIdentityPoolRequest { IdentityPoolId = known.IdentityPoolId }, cancellationToken)
                .ConfigureAwait(false));

    /// <summary>The pool with its current roles and role mappings.</summary>
    internal async Task<IdentityPool> ReadRolesAsync(IdentityPool known, CancellationToken cancellationToken) =>
        PoolWire.WithRoles(known, await connection.Cognito(known.Region)
            .GetIdentityPoolRolesAsync(
                new GetIdentityPoolRolesRequest { IdentityPoolId = known.IdentityPoolId }, cancellationToken)
                .ConfigureAwait(false));

    /// <summary>The current attribute mapping of one provider.</summary>
    internal async Task<AttributeMapping> ReadAttributeMappingAsync(
        string region, string identityPoolId, PoolIdentityProvider provider, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetPrincipalTagAttributeMapRequest
            {
                IdentityPoolId = identityPoolId,
                IdentityProviderName = provider.TagKey,
            };
            return PoolWire.AttributeMappingOf(await connection.Cognito(region)
                .GetPrincipalTagAttributeMapAsync(request, cancellationToken)
                .ConfigureAwait(false));
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return AttributeMapping.Inactive;
        }
    }

    private async Task<IdentityPool> ReadAsync(
        string identityPoolId, PoolParts parts, bool visibleOnly, CancellationToken cancellationToken)
    {
        var region = PoolIds.Region(identityPoolId);
        // Only the ARN needs the account id, so the STS call runs in parallel to the others and may fail.
        var account = connection.FindAccountIdAsync(region, cancellationToken);
        var blank = new IdentityPool
        {
            IdentityPoolId = identityPoolId,
            Name = "",
            Region = region,
            Connection = connection,
        };
        var pool = await ReadSettingsAsync(blank, cancellationToken).ConfigureAwait(false);
        if (parts.Roles)
        {
            pool = await ReadPartAsync(
                pool, visibleOnly, UnreadablePart.Roles, () => ReadRolesAsync(pool, cancellationToken)).ConfigureAwait(false);
        }
        pool = await ReadPartAsync(
            pool, visibleOnly, UnreadablePart.AttributeMappings,
            () => ReadAttributeMappingsAsync(pool, parts.AttributeMappings, cancellationToken)).ConfigureAwait(false);
        return await account.ConfigureAwait(false) is { } number
            ? pool with { Arn = PoolIds.Arn(region, number, identityPoolId) }
            : pool;
    }

    private async Task<IdentityPool> ReadPartAsync(
        IdentityPool pool, bool visibleOnly, Func<string, UnreadablePart> part, Func<Task<IdentityPool>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception refusal) when (IsUnreadable(refusal))
        {
            var unreadable = part(refusal.Message);
            return visibleOnly
                ? pool with { Unreadable = [.. pool.Unreadable, unreadable] }
                : throw new UnreadablePartException(pool.ToString(), unreadable, refusal);
        }
    }

    // An emulator without the operation returns an error code or an HTML page; only AWS guarantees its error format.
    private bool IsUnreadable(Exception refusal) => AwsErrors.IsNotAuthorized(refusal) || AwsErrors.IsUnknownOperation(refusal)
        || connection.EndpointUrl is not null && AwsErrors.IsErrorPage(refusal);

    // The app clients of a user pool share one key, so their mapping is read once.
    private async Task<IdentityPool> ReadAttributeMappingsAsync(
        IdentityPool pool, Func<PoolIdentityProvider, bool> wanted, CancellationToken cancellationToken)
    {
        using var turns = new SemaphoreSlim(ParallelReads);
        var groups = pool.Providers.Where(provider => provider.TagKey is not null)
            .GroupBy(provider => provider.TagKey!, StringComparer.Ordinal)
            .Where(group => group.Any(wanted));
        var mappings = (await Task.WhenAll(groups.Select(async group =>
        {
            await turns.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return (
                    group.Key,
                    Mapping: await ReadAttributeMappingAsync(
                        pool.Region, pool.IdentityPoolId, group.First(), cancellationToken).ConfigureAwait(
                        false));
            }
            finally
            {
                turns.Release();
            }
        })).ConfigureAwait(false)).ToDictionary(read => read.Key, read => read.Mapping, StringComparer.Ordinal);
        return pool with
        {
            Providers =
            [
                .. pool.Providers.Select(provider => provider.TagKey is not null
                    && mappings.TryGetValue(provider.TagKey, out var mapping)
                    ? provider with
                    {
                        AttributeMapping = mapping,
                    } : provider),
            ],
        };
    }
}
