using System.Collections;
using CognitoPools.Account;
using CognitoPools.Errors;
using CognitoPools.Providers;

namespace CognitoPools.Binding;

/// <summary>Providers as users give them: hashtables or provider objects.</summary>
internal static class ProviderArgument
{
    public static IEnumerable<PoolIdentityProvider> Read(IEnumerable<object?>? values, AwsPartition partition, string? accountId)
    {
        var table = new ProviderTable(partition, accountId);
        foreach (var value in values ?? [])
        {
            yield return Unwrapped.Value(value) switch
            {
                // The id and the connection belong to the pool that the provider came from.
                PoolIdentityProvider provider => provider with
                {
                    IdentityPoolId = null,
                    Connection = null,
                    Given = [.. PoolIdentityProvider.Settings.Select(setting => setting.Name)],
                },
                IDictionary entries => table.Read(entries),
                var other =>
                    throw new InvalidSettingException(
                        "Provider", other, "is neither a hashtable nor a provider.",
                        "Give @{ Google = '...' } or what Get-CognitoIdentityPool shows under Providers."),
            };
        }
    }

    /// <summary>The pool's providers and further ones; those that are there get the settings that the user named.</summary>
    public static IReadOnlyList<PoolIdentityProvider> Bring(IdentityPool pool, IReadOnlyList<PoolIdentityProvider> wanted) =>
        wanted.Where(provider => provider.Given.Count > 0).Aggregate(Add(pool, wanted), (all, provider) =>
        {
            var brought = Brought(all.First(known => known.Key == provider.Key), provider);
            IReadOnlyList<PoolIdentityProvider> changed = [.. all.Select(known => known.Key == provider.Key ? brought : known)];
            return SharedMappings.With(changed, brought);
        });

    private static PoolIdentityProvider Brought(PoolIdentityProvider there, PoolIdentityProvider wanted)
    {
        var changed = PoolIdentityProvider.Settings.Where(setting => wanted.Given.Contains(setting.Name, StringComparer.Ordinal))
            .Copy(wanted, there);
        return changed.RoleSetting switch
        {
            RoleSetting.Default => changed with { RoleResolution = null, Rules = [] },
            RoleSetting.Token => changed with { RoleResolution = changed.RoleResolution ?? RoleResolution.Deny, Rules = [] },
            _ => changed with { RoleResolution = changed.RoleResolution ?? RoleResolution.Deny },
        };
    }

    /// <summary>The pool's providers and further ones. One that is there stays as it is.</summary>
    public static IReadOnlyList<PoolIdentityProvider> Add(IdentityPool pool, IEnumerable<PoolIdentityProvider> further)
    {
        var all = pool.Providers.ToList();
        foreach (var provider in further)
        {
            var there = all.FirstOrDefault(known => known.Key == provider.Key);
            // All app clients of one user pool share one attribute mapping.
            var shared = provider.AttributeMapping.Mode == AttributeMappingMode.Inactive
                ? all.FirstOrDefault(known => known.TagKey is not null && known.TagKey == provider.TagKey)?.AttributeMapping
                : null;
            if (there is null)
            {
                all.Add(provider with
                {
                    AttributeMapping = shared ?? provider.AttributeMapping,
                    IdentityPoolId = pool.IdentityPoolId.Length > 0 ? pool.IdentityPoolId : null,
                });
            }
            else if (there.ClientId != provider.ClientId)
            {
                throw new PoolException(
                    PoolErrorId.ProviderConflict, pool,
                    $"{there.Type} {there.Name}", there.ShownClientId, provider.ShownClientId);
            }
        }
        return all;
    }
}
