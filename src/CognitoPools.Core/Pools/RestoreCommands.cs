namespace CognitoPools.Pools;

/// <summary>The commands that restore what a failed run could not undo.</summary>
internal static class RestoreCommands
{
    /// <summary>The commands that restore the settings from before a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="written">The pool as it was written.</param>
    /// <param name="found">The pool as it was.</param>
    public static string Of(PoolCall call, IdentityPool written, IdentityPool found) => Joined(
    [
        .. IdentityPool.Settings.WrittenBy(call).Where(setting => !setting.Same(written, found))
            .Select(setting => OfSetting(setting.Name, found)),
        .. call == PoolCall.UpdateIdentityPool ? Providers(written, found) : RoleMappings(call, written, found),
    ]);

    /// <summary>The commands for one provider.</summary>
    public static string Of(
        IdentityPool pool, PoolCall call, PoolIdentityProvider written, PoolIdentityProvider found) =>
        Joined([.. OfProvider(pool, call, written, found)]);

    /// <summary>The command that restores the earlier values of tags.</summary>
    public static string OfTags(IdentityPool before, IEnumerable<string> keys)
    {
        var tags = keys.ToLookup(before.Tags.ContainsKey);
        var set = string.Join("; ", tags[true].Select(key => $"{Quoted(key)} = {Quoted(before.Tags[key])}"));
        var remove = string.Join(", ", tags[false].Select(Quoted));
        return $"Set-CognitoIdentityPool {Quoted(before.IdentityPoolId)}"
            + (set.Length > 0 ? $" -Tag @{{ {set} }}" : "") + (remove.Length > 0 ? $" -RemoveTag {remove}" : "");
    }

    private static string OfSetting(string setting, IdentityPool found)
    {
        var id = Quoted(found.IdentityPoolId);
        return setting switch
        {
            nameof(IdentityPool.Name) => $"Set-CognitoIdentityPool {id} -NewName {Quoted(found.Name)}",
            nameof(IdentityPool.GuestAccess) => $"Set-PoolGuestAccess {id} {(found.GuestAccess ? "-Enable" : "-Disable")}",
            nameof(IdentityPool.BasicFlow) => $"Set-CognitoIdentityPool {id} -BasicFlow {found.BasicFlow}",
            nameof(IdentityPool.AuthenticatedRole) => Role(id, PoolIdentityType.Authenticated, found.AuthenticatedRole),
            nameof(IdentityPool.GuestRole) => Role(id, PoolIdentityType.Guest, found.GuestRole),
            _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "The setting has no command."),
        };
    }

    private static string Role(string id, PoolIdentityType type, string? role) =>
        $"Set-PoolRole {id} {type} {(role is null ? "-None" : $"-Role {Quoted(role)}")}";

    private static IEnumerable<string> Providers(IdentityPool written, IdentityPool found)
    {
        foreach (var pair in ProviderPair.Of(written, found))
        {
            if (pair.After is null)
            {
                yield return $"Remove-PoolIdentityProvider {Quoted(found.IdentityPoolId)} {Quoted(pair.Before!.Key)}";
            }
            else if (pair.Before is null)
            {
                yield return $"Add-PoolIdentityProvider {Quoted(found.IdentityPoolId)} for {pair.After}";
            }
            else
            {
                foreach (var command in OfProvider(found, PoolCall.UpdateIdentityPool, pair.Before, pair.After))
                    yield return command;
            }
        }
    }

    private static IEnumerable<string> RoleMappings(PoolCall call, IdentityPool written, IdentityPool found) =>
        ProviderPair.Of(written, found)
            .Where(pair => pair.Before is not null && pair.After is not null)
            .SelectMany(pair => OfProvider(found, call, pair.Before!, pair.After!));

    private static IEnumerable<string> OfProvider(
        IdentityPool pool, PoolCall call, PoolIdentityProvider written, PoolIdentityProvider found)
    {
        var changed = PoolIdentityProvider.Settings.WrittenBy(call).Where(setting => !setting.Same(written, found))
            .Select(setting => Parameter(setting.Name, found)).OfType<string>().ToList();
        if (changed.Count > 0)
            yield return $"Set-PoolIdentityProvider {Quoted(pool.IdentityPoolId)} {Quoted(found.Key)} {string.Join(" ", changed)}";
    }

    // Only values that the provider has: the role setting Default does not allow a resolution or rules.
    private static string? Parameter(string setting, PoolIdentityProvider found) => setting switch
    {
        nameof(PoolIdentityProvider.RoleSetting) => $"-RoleSetting {found.RoleSetting}",
        nameof(PoolIdentityProvider.RoleResolution) =>
            found.RoleResolution is { } resolution ? $"-RoleResolution {resolution}" : null,
        nameof(PoolIdentityProvider.Rules) =>
            found.Rules.Count > 0 ? $"-Rule {string.Join(", ", found.Rules.Select(Rule))}" : null,
        nameof(PoolIdentityProvider.AttributeMapping) => $"-AttributeMapping {Mapping(found.AttributeMapping)}",
        nameof(PoolIdentityProvider.ClientId) => $"-ClientId {Quoted(found.ShownClientId ?? "")}",
        nameof(PoolIdentityProvider.ServerSideTokenCheck) =>
            $"-ServerSideTokenCheck{(found.ServerSideTokenCheck == true ? "" : ":$false")}",
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "The setting has no parameter."),
    };

    /// <summary>A rule in the syntax of a parameter value.</summary>
    public static string Rule(PoolRoleRule rule) =>
        $"@{{ Claim = {Quoted(rule.Claim)}; Operator = '{rule.Operator}'; Value = {Quoted(rule.Value)}; Role = {Quoted(rule.Role)} }}";

    /// <summary>An attribute mapping in the syntax of a parameter value.</summary>
    public static string Mapping(AttributeMapping mapping) => mapping.Mode == AttributeMappingMode.Custom
        ? $"@{{ {string.Join("; ", mapping.Tags.Select(tag => $"{Quoted(tag.Key)} = {Quoted(tag.Value)}"))} }}"
        : mapping.Mode.ToString();

    private static string Joined(IReadOnlyList<string> commands) => string.Join(" and ", commands);

    private static string Quoted(string text) => PowerShellText.Quoted(text);
}
