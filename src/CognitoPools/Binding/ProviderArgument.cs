using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Errors;
using CognitoPools.Providers;

namespace CognitoPools.Binding;

/// <summary>Providers in the forms that users have: hashtables, provider objects, and rows of a file.</summary>
internal static class ProviderArgument
{
    private static readonly string[] PoolColumns = ["IdentityPool", "IdentityPoolId", "Id", "Region"];

    public static IEnumerable<PoolIdentityProvider> Read(
        IEnumerable<object?>? values, AwsPartition partition, string? accountId, bool fromPipeline = false)
    {
        var table = new ProviderTable(partition, accountId);
        var number = 0;
        foreach (var value in values ?? [])
        {
            number++;
            PoolIdentityProvider Read(IDictionary entries) => fromPipeline
                ? table.Read(entries)
                : InvalidSettingException.InItem("Provider", number, () => table.Read(entries));
            // The id and the connection belong to the pool that the provider came from.
            yield return Unwrapped.Object(value) switch
            {
                PoolIdentityProvider provider => provider with
                {
                    IdentityPoolId = null,
                    Connection = null,
                    Given = [.. PoolIdentityProvider.Settings.Select(setting => setting.Name)],
                },
                IDictionary entries => Read(fromPipeline ? Filled(entries) : WithoutNull(entries)),
                PSObject { BaseObject: PSCustomObject } row => Read(Filled(row)),
                string text when text.IndexOf(' ') > 0 =>
                    throw new InvalidSettingException(
                        "Provider", text, "is only the text of a provider, without its settings.",
                        "A CSV file of pools contains only this text. Save the pool with Export-Clixml or ConvertTo-Json -Depth 6, or "
                            + "export the output of Get-PoolIdentityProvider."),
                string =>
                    throw new InvalidSettingException(
                        "Provider", null, "must be a table such as @{ Google = '...' }, not text.",
                        "Specify such a table, or the Providers of a pool from Get-CognitoIdentityPool."),
                var other =>
                    throw new InvalidSettingException(
                        "Provider", other, $"must be a provider, not a value of type {other?.GetType().Name ?? "null"}.",
                        "Specify a table such as @{ Google = '...' }, or the Providers of a pool from Get-CognitoIdentityPool."),
            };
        }
    }

    /// <summary>Whether a value describes a provider, and does not only name its pool.</summary>
    public static bool IsProvider(object? value) => Unwrapped.Object(value) switch
    {
        PoolIdentityProvider or IDictionary => true,
        PSObject { BaseObject: PSCustomObject } row => !IsOther(OwnObject.TypeOf(row)),
        _ => false,
    };

    private static bool IsOther(string? type) => type is not (null or nameof(PoolIdentityProvider));

    // In JSON, settings that a provider does not have are null.
    private static IDictionary WithoutNull(IDictionary table)
    {
        var entries = (IDictionary)Unwrapped.Value(table)!;
        foreach (var key in entries.Keys.Cast<object>().Where(key => entries[key] is null).ToList())
            entries.Remove(key);
        return entries;
    }

    // An empty cell of a row has no meaning, and another parameter reads the pool.
    private static IDictionary Filled(object row)
    {
        var entries = (IDictionary)Unwrapped.Value(row)!;
        foreach (var key in entries.Keys.Cast<string>().ToList())
        {
            if (entries[key] is null or "" or ICollection { Count: 0 } || PoolColumns.Contains(key, StringComparer.OrdinalIgnoreCase))
                entries.Remove(key);
        }
        return entries;
    }

    /// <summary>The pool's providers and further ones. Existing providers get the settings that the user
    /// specified.</summary>
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

    /// <summary>The pool's providers and further ones. An existing provider stays unchanged.</summary>
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
