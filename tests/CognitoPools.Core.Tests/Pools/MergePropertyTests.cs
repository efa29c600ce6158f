using CognitoPools.Pools;
using CsCheck;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>
/// Two people edit one pool. What each setting must be afterwards, and which lines must report it, is written out here
/// for each setting,
/// independently of the table of settings.
/// </summary>
public class MergePropertyTests
{
    [Fact]
    public void An_edit_of_the_settings_changes_no_setting_of_the_other_person_that_it_did_not_touch() => EditSamples.Edits.Sample(
        (before, after, latest) =>
        {
            var merged = PoolMerge.Of(PoolCall.UpdateIdentityPool, before, after, latest);

            Assert.Equal(after.Name == before.Name ? latest.Name : after.Name, merged.Name);
            Assert.Equal(after.GuestAccess == before.GuestAccess ? latest.GuestAccess : after.GuestAccess, merged.GuestAccess);
            Assert.Equal(after.BasicFlow == before.BasicFlow ? latest.BasicFlow : after.BasicFlow, merged.BasicFlow);
            Assert.Equal((latest.AuthenticatedRole, latest.GuestRole), (merged.AuthenticatedRole, merged.GuestRole));
            foreach (var key in Keys(before, after, latest, merged))
            {
                var expected = Configured(Of(before, key), Of(after, key), Of(latest, key));
                var actual = Of(merged, key);
                Assert.Equal(Configuration(expected), Configuration(actual));
                if (Of(latest, key) is { } theirs && actual is not null)
                    Assert.Equal(Mapping(theirs), Mapping(actual));
            }
        }, iter: 5_000, threads: 2);

    [Fact]
    public void An_edit_of_the_roles_changes_no_setting_of_the_other_person_that_it_did_not_touch() => EditSamples.Edits.Sample(
        (before, after, latest) =>
        {
            var merged = PoolMerge.Of(PoolCall.SetIdentityPoolRoles, before, after, latest);

            Assert.Equal(
                after.AuthenticatedRole == before.AuthenticatedRole ? latest.AuthenticatedRole : after.AuthenticatedRole,
                merged.AuthenticatedRole);
            Assert.Equal(after.GuestRole == before.GuestRole ? latest.GuestRole : after.GuestRole, merged.GuestRole);
            Assert.Equal(
                (latest.Name, latest.GuestAccess, latest.BasicFlow),
                (merged.Name, merged.GuestAccess, merged.BasicFlow));
            Assert.Equal(latest.Providers.Select(provider => provider.Key), merged.Providers.Select(provider => provider.Key));
            foreach (var actual in merged.Providers)
            {
                var theirs = Of(latest, actual.Key)!;
                Assert.Equal(Mapping(Mapped(Of(before, actual.Key), Of(after, actual.Key), theirs)), Mapping(actual));
                Assert.Equal(Configuration(theirs), Configuration(actual));
            }
        }, iter: 5_000, threads: 2);

    [Fact]
    public void What_both_changed_differently_is_reported_with_both_values() => EditSamples.Edits.Sample(
        (before, after, latest) =>
        {
            var settings = new List<string>();
            if (AllDiffer(before.Name, after.Name, latest.Name))
                settings.Add($"Name was '{latest.Name}' and is now '{after.Name}'");
            if (AllDiffer(before.BasicFlow, after.BasicFlow, latest.BasicFlow))
                settings.Add($"BasicFlow was '{Flow(latest.BasicFlow)}' and is now '{Flow(after.BasicFlow)}'");
            var roles = new List<string>();
            if (AllDiffer(before.AuthenticatedRole, after.AuthenticatedRole, latest.AuthenticatedRole))
                roles.Add($"AuthenticatedRole was {Value(latest.AuthenticatedRole)} and is now {Value(after.AuthenticatedRole)}");
            if (AllDiffer(before.GuestRole, after.GuestRole, latest.GuestRole))
                roles.Add($"GuestRole was {Value(latest.GuestRole)} and is now {Value(after.GuestRole)}");
            foreach (var key in Keys(before, after, latest))
            {
                var (was, mine, theirs) = (Of(before, key), Of(after, key), Of(latest, key));
                var name = (was ?? mine ?? theirs)!.Name;
                if (ConfigurationIsReplaced(was, mine, theirs))
                    settings.Add($"{name} was {Value(Shown(theirs))} and is now {Value(Shown(Configured(was, mine, theirs)))}");
                if (theirs is not null && MappingIsReplaced(was, mine, theirs))
                {
                    roles.Add(
                        $"{name} role setting was '{ShownMapping(theirs)}' and is now "
                            + $"'{ShownMapping(Mapped(was, mine, theirs))}'");
                }
            }

            Assert.Equal(settings.Order(StringComparer.Ordinal), Conflicts(PoolCall.UpdateIdentityPool, before, after, latest));
            Assert.Equal(roles.Order(StringComparer.Ordinal), Conflicts(PoolCall.SetIdentityPoolRoles, before, after, latest));
        }, iter: 5_000, threads: 2);

    [Fact]
    public void Every_setting_that_differs_is_named_with_its_old_and_new_value() => EditSamples.Edits.Sample((before, after, _) =>
    {
        var settings = PoolDifference.Of(PoolCall.UpdateIdentityPool, before, after);
        AssertLine(settings, before.Name != after.Name, $"Name: {before.Name} -> {after.Name}");
        AssertLine(
            settings, before.GuestAccess != after.GuestAccess,
            $"GuestAccess: {before.GuestAccess} -> {after.GuestAccess}");
        AssertLine(
            settings, before.BasicFlow != after.BasicFlow,
            $"BasicFlow: {Flow(before.BasicFlow)} -> {Flow(after.BasicFlow)}");
        var roles = PoolDifference.Of(PoolCall.SetIdentityPoolRoles, before, after);
        AssertLine(roles, before.AuthenticatedRole != after.AuthenticatedRole,
            $"AuthenticatedRole: {before.AuthenticatedRole ?? "(none)"} -> {after.AuthenticatedRole ?? "(none)"}");
        AssertLine(
            roles, before.GuestRole != after.GuestRole,
            $"GuestRole: {before.GuestRole ?? "(none)"} -> {after.GuestRole ?? "(none)"}");
        foreach (var key in Keys(before, after))
        {
            var (was, now) = (Of(before, key), Of(after, key));
            if (was is not null && now is not null)
            {
                AssertLine(settings, was.ClientId != now.ClientId, $"{key} ClientId: {was.ClientId} -> {now.ClientId}");
                AssertLine(settings, was.ServerSideTokenCheck != now.ServerSideTokenCheck,
                    $"{key} ServerSideTokenCheck: {was.ServerSideTokenCheck} -> {now.ServerSideTokenCheck}");
                AssertLine(
                    roles, was.RoleSetting != now.RoleSetting,
                    $"{key} RoleSetting: {was.RoleSetting} -> {now.RoleSetting}");
                AssertLine(roles, was.RoleResolution != now.RoleResolution,
                    $"{key} RoleResolution: {was.RoleResolution?.ToString() ?? "(none)"} -> "
                        + $"{now.RoleResolution?.ToString() ?? "(none)"}");
                AssertLine(roles, Rules(was) != Rules(now),
                    $"{key} Rules: {(was.Rules.Count == 0 ? "(none)" : Rules(was))} -> "
                        + $"{(now.Rules.Count == 0 ? "(none)" : Rules(now))}");
            }
            else if ((was ?? now)!.Type != ProviderType.CognitoUserPool)
            {
                AssertLine(settings, was is null, $"Provider added: {now}");
                AssertLine(settings, now is null, $"Provider removed: {was}");
            }
        }
    }, iter: 5_000, threads: 2);

    /// <summary>The provider after UpdateIdentityPool.</summary>
    private static PoolIdentityProvider? Configured(
        PoolIdentityProvider? was, PoolIdentityProvider? mine, PoolIdentityProvider? theirs)
    {
        if (mine is null)
            return was is null ? theirs : null;
        if (was is null)
            return mine;
        if (theirs is null)
            return mine.ClientId == was.ClientId && mine.ServerSideTokenCheck == was.ServerSideTokenCheck ? null : mine;
        return theirs with
        {
            ClientId = mine.ClientId == was.ClientId ? theirs.ClientId : mine.ClientId,
            ServerSideTokenCheck = mine.ServerSideTokenCheck == was.ServerSideTokenCheck
                ? theirs.ServerSideTokenCheck
                : mine.ServerSideTokenCheck,
        };
    }

    private static bool ConfigurationIsReplaced(
        PoolIdentityProvider? was, PoolIdentityProvider? mine, PoolIdentityProvider? theirs)
    {
        var theyChanged = was?.ClientId != theirs?.ClientId || was?.ServerSideTokenCheck != theirs?.ServerSideTokenCheck;
        var iChanged = was?.ClientId != mine?.ClientId || was?.ServerSideTokenCheck != mine?.ServerSideTokenCheck;
        if (was is null)
        {
            return mine is not null && theirs is not null
                && (mine.ClientId != theirs.ClientId || mine.ServerSideTokenCheck != theirs.ServerSideTokenCheck);
        }
        if (mine is null)
            return theirs is not null && theyChanged;
        if (theirs is null)
            return iChanged;
        return AllDiffer(was.ClientId, mine.ClientId, theirs.ClientId)
            || AllDiffer(was.ServerSideTokenCheck, mine.ServerSideTokenCheck, theirs.ServerSideTokenCheck);
    }

    /// <summary>The provider after SetIdentityPoolRoles: another role setting takes its own resolution and rules along,
    /// whoever changed it.</summary>
    private static PoolIdentityProvider Mapped(PoolIdentityProvider? was, PoolIdentityProvider? mine, PoolIdentityProvider theirs)
    {
        if (mine is null || (was is not null && Mapping(was) == Mapping(mine)))
            return theirs;
        if (was is null || was.RoleSetting != mine.RoleSetting || was.RoleSetting != theirs.RoleSetting)
            return mine;
        return theirs with
        {
            RoleResolution = was.RoleResolution == mine.RoleResolution ? theirs.RoleResolution : mine.RoleResolution,
            Rules = Rules(was) == Rules(mine) ? theirs.Rules : mine.Rules,
        };
    }

    private static bool MappingIsReplaced(PoolIdentityProvider? was, PoolIdentityProvider? mine, PoolIdentityProvider theirs)
    {
        var result = Mapped(was, mine, theirs);
        return ((was?.RoleSetting ?? RoleSetting.Default) != theirs.RoleSetting && theirs.RoleSetting != result.RoleSetting)
            || (was?.RoleResolution != theirs.RoleResolution && theirs.RoleResolution != result.RoleResolution)
            || (Rules(was) != Rules(theirs) && Rules(theirs) != Rules(result));
    }

    private static IEnumerable<string> Conflicts(PoolCall call, IdentityPool before, IdentityPool after, IdentityPool latest) =>
        PoolConflicts.Of(call, before, latest, PoolMerge.Of(call, before, after, latest)).Order(StringComparer.Ordinal);

    private static void AssertLine(IReadOnlyList<string> lines, bool expected, string line) =>
        Assert.Equal(expected ? 1 : 0, lines.Count(each => each == line));

    private static bool AllDiffer<T>(T one, T two, T three) => !Equals(one, two) && !Equals(one, three) && !Equals(two, three);

    private static IEnumerable<string> Keys(params IdentityPool[] pools) =>
        pools.SelectMany(pool => pool.Providers).Select(provider => provider.Key).Distinct(StringComparer.Ordinal);

    private static PoolIdentityProvider? Of(IdentityPool pool, string key) =>
        pool.Providers.SingleOrDefault(provider => provider.Key == key);

    private static string Rules(PoolIdentityProvider? provider) => string.Join("; ", provider?.Rules ?? []);

    private static (ProviderType?, string?, string?, bool?) Configuration(PoolIdentityProvider? provider) =>
        (provider?.Type, provider?.Name, provider?.ClientId, provider?.ServerSideTokenCheck);

    private static (RoleSetting, RoleResolution?, string) Mapping(PoolIdentityProvider provider) =>
        (provider.RoleSetting, provider.RoleResolution, Rules(provider));

    private static string ShownMapping(PoolIdentityProvider provider) => provider.RoleSetting == RoleSetting.Default
        ? "Default"
        : $"{provider.RoleSetting}, {provider.RoleResolution}{(provider.Rules.Count == 0 ? "" : $"; {Rules(provider)}")}";

    private static string? Shown(PoolIdentityProvider? provider) => provider switch
    {
        null => null,
        { Type: ProviderType.CognitoUserPool } =>
            $"CognitoUserPool {provider.Name} ({provider.ClientId}) with ServerSideTokenCheck {provider.ServerSideTokenCheck}",
        { Type: ProviderType.Google } => $"Google {provider.Name} ({provider.ClientId})",
        _ => $"Saml {provider.Name}",
    };

    private static string Flow(BasicFlowState flow) =>
        flow == BasicFlowState.Unset ? "Unset (never set, so the service accepts the basic flow)" : flow.ToString();

    private static string Value(string? value) => value is null ? "(none)" : $"'{value}'";
}
