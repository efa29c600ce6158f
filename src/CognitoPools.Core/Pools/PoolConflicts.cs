namespace CognitoPools.Pools;

/// <summary>Changes by others between the reading and the writing of a pool, which the edit replaced.</summary>
internal static class PoolConflicts
{
    /// <summary>The settings of a call that differ from what was read first and from what was written, with both
    /// values.</summary>
    /// <param name="call">The call.</param>
    /// <param name="before">The pool as it was read when the edit was planned.</param>
    /// <param name="found">The pool as it was read just before the write.</param>
    /// <param name="written">The pool as it was written.</param>
    public static IReadOnlyList<string> Of(PoolCall call, IdentityPool before, IdentityPool found, IdentityPool written)
    {
        var was = ProviderPair.ByKey(before);
        return
        [
            .. IdentityPool.Settings.WrittenBy(call)
                .Where(setting => IsReplaced(setting, before, found, written))
                .Select(setting => Line(setting.Name, setting.Show(found), setting.Show(written))),
            .. ProviderPair.Of(found, written)
                .Where(pair => IsReplaced(call, ProviderPair.Get(was, pair.Either.Key), pair.Before, pair.After))
                .Select(pair => Line(call, pair.Before, pair.After)),
        ];
    }

    /// <summary>The same for the settings of one provider.</summary>
    public static IEnumerable<string> Of(
        PoolCall call, PoolIdentityProvider before, PoolIdentityProvider found, PoolIdentityProvider written) =>
        IsReplaced(call, before, found, written) ? [Line(call, found, written)] : [];

    private static bool IsReplaced(
        PoolCall call, PoolIdentityProvider? before, PoolIdentityProvider? found, PoolIdentityProvider? written)
    {
        var settings = PoolIdentityProvider.Settings.WrittenBy(call);
        if (found is not null && written is not null)
        {
            before ??= new PoolIdentityProvider { Type = found.Type, Name = found.Name };
            return settings.Any(setting => IsReplaced(setting, before, found, written));
        }
        return before is not null && (found is null || !settings.AreSame(before, found));
    }

    private static bool IsReplaced<TOwner>(Setting<TOwner> setting, TOwner before, TOwner found, TOwner written) =>
        !setting.Same(before, found) && !setting.Same(found, written);

    private static string Line(PoolCall call, PoolIdentityProvider? found, PoolIdentityProvider? written)
    {
        var name = (found ?? written)!.Name;
        var label = call switch
        {
            PoolCall.SetIdentityPoolRoles => $"{name} role setting",
            PoolCall.SetPrincipalTagAttributeMap => $"{name} attribute mapping",
            _ => name,
        };
        return Line(label, Show(call, found), Show(call, written));
    }

    private static string Line(string setting, string found, string written) =>
        $"{setting} was {Quoted(found)} and is now {Quoted(written)}";

    // All settings of a call in one text: the settings of a role mapping are easier to read together.
    private static string Show(PoolCall call, PoolIdentityProvider? provider)
    {
        if (provider is null)
            return "";
        var settings = PoolIdentityProvider.Settings.WrittenBy(call).Where(setting => setting.Show(provider).Length > 0).ToList();
        return call == PoolCall.UpdateIdentityPool
            ? provider + string.Concat(settings
                // The text of the provider already contains the client id.
                .Where(setting => setting.Name != nameof(PoolIdentityProvider.ClientId))
                .Select(setting => $" with {setting.Name} {setting.Show(provider)}"))
            : string.Concat(settings.Select((setting, index) => (index == 0 ? "" : setting.Separator) + setting.Show(provider)));
    }

    private static string Quoted(string value) => value.Length > 0 ? $"'{value}'" : "(none)";
}
