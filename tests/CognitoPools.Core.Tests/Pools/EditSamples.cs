using CsCheck;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>Pools as two people leave them who edit the same one: few values, so that they often touch the same
/// setting.</summary>
internal static class EditSamples
{
    private const string UserPool = "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123";

    private static readonly Gen<IReadOnlyList<PoolRoleRule>> Rules = PoolSamples.Pick("web", "ops", "sales").Array[1, 2]
        .Select(values => (IReadOnlyList<PoolRoleRule>)[.. values.Distinct().Select(value => new PoolRoleRule
        {
            Claim = "sub", Operator = RuleOperator.Equals, Value = value, Role = "arn:aws:iam::123456789012:role/one",
        })]);

    private static readonly Gen<PoolIdentityProvider> Mapping = Gen.Select(
        Gen.Enum<RoleSetting>(), Gen.Enum<RoleResolution>(), Rules)
        .Select((setting, resolution, rules) => Provider(ProviderType.Saml, "") with
        {
            RoleSetting = setting,
            RoleResolution = setting == RoleSetting.Default ? null : resolution,
            Rules = setting == RoleSetting.Rules ? rules : [],
        });

    private static readonly Gen<PoolIdentityProvider?> One = Optional(Gen.Select(Mapping, Gen.Bool)
        .Select((mapping, check) => mapping with
        {
            Type = ProviderType.CognitoUserPool,
            Name = UserPool,
            ClientId = "one",
            ServerSideTokenCheck = check,
        }));

    private static readonly Gen<PoolIdentityProvider?> Two = Optional(Gen.Select(Mapping, Gen.Bool)
        .Select((mapping, check) => mapping with
        {
            Type = ProviderType.CognitoUserPool,
            Name = UserPool,
            ClientId = "two",
            ServerSideTokenCheck = check,
        }));

    private static readonly Gen<PoolIdentityProvider?> Google = Optional(Gen.Select(Mapping, PoolSamples.Pick("a", "b", "c"))
        .Select((mapping, client) => mapping with
        {
            Type = ProviderType.Google,
            Name = "accounts.google.com",
            ClientId = client,
        }));

    private static readonly Gen<PoolIdentityProvider?> Saml = Optional(
        Mapping.Select(mapping => mapping with { Name = "arn:aws:iam::123456789012:saml-provider/okta" }));

    private static readonly Gen<IReadOnlyList<PoolIdentityProvider>> Providers = Gen.Select(One, Two, Google, Saml)
        .Select((one, two, google, saml) => (IReadOnlyList<PoolIdentityProvider>)[
            .. new[] { one, two, google, saml }.OfType<PoolIdentityProvider>(),
        ]);

    private static readonly Gen<IdentityPool> Pool = Gen.Select(
        PoolSamples.Pick("shop", "store", "stall"), Gen.Bool, Gen.Enum<BasicFlowState>(), Role, Role, Providers)
        .Select((name, guests, flow, authenticated, guest, providers) => new IdentityPool
        {
            IdentityPoolId = "eu-central-1:12345678-1234-1234-1234-123456789012",
            Region = "eu-central-1",
            Name = name,
            GuestAccess = guests,
            BasicFlow = flow,
            AuthenticatedRole = authenticated,
            GuestRole = guest,
            Providers = providers,
        });

    /// <summary>A pool as it was read, as this edit wants it, and as somebody else has left it. Each of the two changes
    /// a random part.</summary>
    public static Gen<(IdentityPool Before, IdentityPool After, IdentityPool Latest)> Edits { get; } =
        Gen.Select(Pool, Pool, Pool, Gen.Int[0, 0x3FF], Gen.Int[0, 0x3FF])
            .Select((before, mine, theirs, myPart, theirPart) =>
                (before, Mix(before, mine, myPart), Mix(before, theirs, theirPart)));

    private static Gen<string?> Role =>
        PoolSamples.Pick<string?>(null, "arn:aws:iam::123456789012:role/one", "arn:aws:iam::123456789012:role/two");

    private static Gen<PoolIdentityProvider?> Optional(Gen<PoolIdentityProvider> provider) =>
        Gen.Frequency(
            (1, Gen.Const(() => (PoolIdentityProvider?)null)),
            (4, provider.Select(some => (PoolIdentityProvider?)some)));

    private static PoolIdentityProvider Provider(ProviderType type, string name) => new() { Type = type, Name = name };

    // A bit for each setting that is taken from the other pool.
    private static IdentityPool Mix(IdentityPool pool, IdentityPool other, int part)
    {
        bool Takes(int bit) => (part & (1 << bit)) != 0;
        var keys = pool.Providers.Concat(other.Providers)
            .Select(provider => provider.Key)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return pool with
        {
            Name = Takes(0) ? other.Name : pool.Name,
            GuestAccess = Takes(1) ? other.GuestAccess : pool.GuestAccess,
            BasicFlow = Takes(2) ? other.BasicFlow : pool.BasicFlow,
            AuthenticatedRole = Takes(3) ? other.AuthenticatedRole : pool.AuthenticatedRole,
            GuestRole = Takes(4) ? other.GuestRole : pool.GuestRole,
            Providers = [.. keys.Select(key => Mixed(
                pool.Providers.SingleOrDefault(provider => provider.Key == key),
                other.Providers.SingleOrDefault(provider => provider.Key == key))).OfType<PoolIdentityProvider>()],
        };

        PoolIdentityProvider? Mixed(PoolIdentityProvider? mine, PoolIdentityProvider? its)
        {
            if (mine is null || its is null)
                return Takes(5) ? its : mine;
            var mixed = mine with
            {
                ClientId = Takes(6) ? its.ClientId : mine.ClientId,
                ServerSideTokenCheck = Takes(7) ? its.ServerSideTokenCheck : mine.ServerSideTokenCheck,
            };
            if (mixed.RoleSetting != its.RoleSetting)
            {
                return Takes(8) ? mixed with
                {
                    RoleSetting = its.RoleSetting,
                    RoleResolution = its.RoleResolution,
                    Rules = its.Rules,
                } : mixed;
            }
            return mixed with
            {
                RoleResolution = Takes(8) ? its.RoleResolution : mixed.RoleResolution,
                Rules = Takes(9) ? its.Rules : mixed.Rules,
            };
        }
    }
}
