using CognitoPools.Account;
using CognitoPools.Providers;
using CognitoPools.SignIn;
using CsCheck;

namespace CognitoPools.Core.Tests.SignIn;

/// <summary>The decision table. Each documented row quotes the developer guide's 'Using role-based access control';
/// each other row names its assumption.</summary>
public class RoleSelectorTests
{
    private const string Authenticated = "arn:aws:iam::123456789012:role/authenticated";
    private const string Guest = "arn:aws:iam::123456789012:role/guest";
    private const string One = "arn:aws:iam::123456789012:role/one";
    private const string Two = "arn:aws:iam::123456789012:role/two";

    private static readonly IdentityPool Pool = new()
    {
        Name = "shop",
        Region = "eu-central-1",
        GuestAccess = true,
        AuthenticatedRole = Authenticated,
        GuestRole = Guest,
    };
    private static readonly PoolIdentityProvider UserPool = ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "client");
    private static readonly PoolIdentityProvider Google = ProviderBuilder.Public(
        ProviderType.Google, "1-a.apps.googleusercontent.com");

    // "You can also define a separate IAM role with limited permissions for guest users who are not authenticated."
    [Fact]
    public void A_guest_gets_the_guest_role()
    {
        Assert.Equal(Guest, RoleSelector.Select(Pool, SignInRequest.Guest).Role);
        Assert.Equal(
            RoleDenial.GuestAccessOff,
            RoleSelector.Select(Pool with { GuestAccess = false }, SignInRequest.Guest).Denial);
        Assert.Equal(RoleDenial.NoRole, RoleSelector.Select(Pool with { GuestRole = null }, SignInRequest.Guest).Denial);
    }

    // "You can define a default role for authenticated users."
    [Fact]
    public void A_provider_without_a_mapping_and_a_developer_identity_get_the_authenticated_role()
    {
        Assert.Equal(Authenticated, Select(Google).Role);
        Assert.Equal(Authenticated, Select(ProviderBuilder.Developer("login.example")).Role);
        Assert.Equal(RoleDenial.NoRole, RoleSelector.Select(Pool with { AuthenticatedRole = null }, Login(Google)).Denial);
    }

    [Fact]
    public void The_preferred_role_of_a_token_counts() // "If the cognito:preferred_role claim is set, use it."
    {
        var selection = Select(Token(RoleResolution.Deny), ("cognito:preferred_role", One), ("cognito:roles", $"{One},{Two}"));
        Assert.Equal(One, selection.Role);
        Assert.Empty(selection.Assumptions);
    }

    // "If the cognito:preferred_role claim is not set, the cognito:roles claim is set, and CustomRoleArn is not
    // specified [...], then the Role resolution setting [...] is used"
    [Theory]
    [InlineData(RoleResolution.Deny, null)]
    [InlineData(RoleResolution.AuthenticatedRole, Authenticated)]
    public void Several_roles_without_a_preferred_one_are_resolved(RoleResolution resolution, string? role)
    {
        var selection = Select(Token(resolution), ("cognito:roles", $"{One},{Two}"));
        Assert.Equal(role, selection.Role);
        Assert.Empty(selection.Assumptions);
    }

    [Fact]
    public void The_only_role_of_a_token_counts()
    {
        var selection = Select(Token(RoleResolution.Deny), ("cognito:roles", One));
        Assert.Equal(One, selection.Role);
        Assert.Equal([SignInAssumptions.OnlyRoleOfToken], selection.Assumptions);
    }

    [Fact]
    public void Roles_of_a_token_are_a_list_or_a_text_with_commas()
    {
        var listed = SignInClaims.Parse($$"""{"cognito:roles":["{{One}}","{{Two}}"]}""");
        Assert.Equal(Two, RoleSelector.Select(Pool, new SignInRequest([new(Token(RoleResolution.Deny), listed)], Two)).Role);
        Assert.Equal(Two, Select(Token(RoleResolution.Deny), Two, ("cognito:roles", $"{One}, {Two}")).Role);
    }

    // "Use the [...] CustomRoleArn parameter if it is set and it matches a role in the cognito:roles claim. If this
    // parameter doesn't match a role in cognito:roles, deny access."
    [Fact]
    public void A_custom_role_must_be_among_the_tokens_roles()
    {
        Assert.Equal(One, Select(Token(RoleResolution.AuthenticatedRole), One, ("cognito:roles", $"{One},{Two}")).Role);
        Assert.Equal(
            RoleDenial.CustomRole,
            Select(Token(RoleResolution.AuthenticatedRole), Guest, ("cognito:roles", $"{One},{Two}")).Denial);
    }

    [Fact]
    public void A_token_without_roles_is_resolved()
    {
        var selection = Select(Token(RoleResolution.AuthenticatedRole), ("sub", "x"));
        Assert.Equal(Authenticated, selection.Role);
        Assert.Equal([SignInAssumptions.TokenWithoutRoles], selection.Assumptions);
    }

    [Fact]
    public void A_preferred_role_outside_the_list_relies_on_an_assumption() =>
        Assert.Equal(
            [SignInAssumptions.PreferredRoleUnlisted],
            Select(Token(RoleResolution.Deny), ("cognito:preferred_role", One)).Assumptions);

    // "Rules are evaluated in order, and the IAM role for the first matching rule is used, unless CustomRoleArn is
    // specified to override the order."
    [Fact]
    public void The_first_rule_that_fits_gives_the_role()
    {
        var selection = Select(
            Rules(RoleResolution.Deny, "team Equals ops one", "team StartsWith w two", "team Equals web one"),
            ("team", "web"));
        Assert.Equal((Two, "w"), (selection.Role, selection.Rule!.Value));
        Assert.Contains("Rule 1 ", Assert.Single(selection.PassedOver), StringComparison.Ordinal);
        Assert.Contains("team is 'web'", selection.PassedOver[0], StringComparison.Ordinal);
    }

    [Theory] // "The match type can be Equals, NotEqual, StartsWith, or Contains."
    [InlineData("team Equals web one", "web", true)]
    [InlineData("team Equals web one", "webs", false)]
    [InlineData("team NotEqual web one", "ops", true)]
    [InlineData("team NotEqual web one", "web", false)]
    [InlineData("team StartsWith we one", "web", true)]
    [InlineData("team StartsWith eb one", "web", false)]
    [InlineData("team Contains e one", "web", true)]
    [InlineData("team Contains x one", "web", false)]
    public void Each_operator_compares_as_its_name_says(string rule, string value, bool fits) =>
        Assert.Equal(fits ? One : null, Select(Rules(RoleResolution.Deny, rule), ("team", value)).Role);

    [Fact]
    public void NotEqual_on_a_missing_claim_does_not_fit() => // "If the match type is NotEqual and the claim doesn't exist, the rule is not evaluated."
        Assert.Equal(RoleDenial.Ambiguous, Select(Rules(RoleResolution.Deny, "team NotEqual web one"), ("sub", "x")).Denial);

    [Theory]
    [InlineData(RoleResolution.Deny, null)]
    [InlineData(RoleResolution.AuthenticatedRole, Authenticated)]
    public void Where_no_rule_fits_the_role_resolution_decides(
        RoleResolution resolution, string? role) // "If no rules match, the Role resolution setting is applied"
    {
        var selection = Select(Rules(resolution, "team Equals web one"), ("team", "ops"));
        Assert.Equal(role, selection.Role);
        Assert.Empty(selection.Assumptions);
    }

    [Fact]
    public void A_custom_role_leaves_the_rules_that_give_it()
    {
        var provider = Rules(RoleResolution.Deny, "team Equals web one", "team Equals web two");
        var selection = Select(provider, Two, ("team", "web"));
        Assert.Equal(Two, selection.Role);
        Assert.Equal([SignInAssumptions.CustomRoleWithRules], selection.Assumptions);
        Assert.Equal(RoleDenial.Ambiguous, Select(provider, Guest, ("team", "web")).Denial);
    }

    // GetCredentialsForIdentity: "The Amazon Resource Name (ARN) of the role to be assumed when multiple roles were
    // received in the token from the identity provider. For example, a SAML-based identity provider."
    [Fact]
    public void A_custom_role_of_a_SAML_user_must_be_in_the_assertion()
    {
        var saml = ProviderBuilder.Saml("okta", AwsPartition.Aws, "123456789012");
        var claims = ("https://aws.amazon.com/SAML/Attributes/Role", $"{One},arn:aws:iam::123456789012:saml-provider/okta");
        Assert.Equal(One, Select(saml, One, claims).Role);
        Assert.Equal(RoleDenial.CustomRole, Select(saml, Two, claims).Denial);
        Assert.Equal(Authenticated, Select(saml, claims).Role);
    }

    [Fact]
    public void A_custom_role_without_a_mapping_is_refused_by_assumption()
    {
        var selection = Select(Google, One);
        Assert.Equal(RoleDenial.CustomRole, selection.Denial);
        Assert.Equal([SignInAssumptions.CustomRoleWithoutMapping], selection.Assumptions);
        Assert.Equal(Authenticated, Select(Google, Authenticated).Role);
    }

    [Fact]
    public void Several_values_numbers_and_case_rely_on_assumptions()
    {
        var rules = Rules(RoleResolution.Deny, "groups Equals admin one");
        Assert.Equal((One, SignInAssumptions.ListClaim), With(rules, """{"groups":["user","admin"]}"""));
        Assert.Equal(
            (null, SignInAssumptions.ListClaim),
            With(Rules(RoleResolution.Deny, "groups NotEqual admin one"), """{"groups":["user","admin"]}"""));
        Assert.Equal(
            (One, SignInAssumptions.ScalarClaim),
            With(Rules(RoleResolution.Deny, "level Equals 7 one"), """{"level":7}"""));
        Assert.Equal(
            (One, SignInAssumptions.ScalarClaim),
            With(Rules(RoleResolution.Deny, "email_verified Equals true one"), """{"email_verified":true}"""));
        Assert.Equal((null, SignInAssumptions.CaseSensitive), With(rules, """{"groups":"Admin"}"""));
        Assert.Equal((null, SignInAssumptions.ComplexClaim), With(rules, """{"groups":{"admin":true}}"""));
    }

    [Fact]
    public void Several_logins_must_agree()
    {
        var rules = Rules(RoleResolution.Deny, "sub Equals me one");
        var token = Token(RoleResolution.Deny);
        Assert.Equal(
            One,
            RoleSelector.Select(
                Pool,
                new SignInRequest([
                    new(Google, Claims()),
                    new(rules with { Name = "graph.facebook.com", Type = ProviderType.Facebook }, Claims(("sub", "me"))),
                ])).Role);
        var torn = RoleSelector.Select(
            Pool,
            new SignInRequest([new(rules, Claims(("sub", "me"))), new(token, Claims(("cognito:preferred_role", Two)))]));
        Assert.Equal(RoleDenial.Ambiguous, torn.Denial);
        Assert.Contains(SignInAssumptions.SeveralLogins, torn.Assumptions);
    }

    [Fact]
    public void The_first_rule_that_fits_wins_for_all_rules_and_claims_and_Deny_never_yields_a_role() =>
        Gen.Select(RuleText.Array[1, 6], Gen.OneOf("web", "ops", "we", ""), Gen.Enum<RoleResolution>())
            .Sample((rules, value, resolution) =>
            {
                var provider = Rules(resolution, rules);
                var claims = value.Length == 0 ? Claims() : Claims(("team", value));
                var selection = RoleSelector.Select(Pool, new SignInRequest([new(provider, claims)]));
                var first = provider.Rules.ToList()
                    .FindIndex(rule => RoleSelector.Select(
                        Pool,
                        new SignInRequest([new(
                            provider with { Rules = [rule], RoleResolution = RoleResolution.Deny },
                            claims)])).Role is not null);
                Assert.Equal(first < 0 ? null : provider.Rules[first], selection.Rule);
                Assert.Equal(first < 0 ? provider.Rules.Count : first, selection.PassedOver.Count);
                if (first < 0)
                    Assert.Equal(resolution == RoleResolution.Deny ? null : Authenticated, selection.Role);
                Assert.Equal(selection.Role is null, selection.Denial != RoleDenial.None);
            });

    [Fact]
    public void Order_matters()
    {
        var provider = Rules(RoleResolution.Deny, "team StartsWith w one", "team Equals web two");
        Assert.Equal(One, Select(provider, ("team", "web")).Role);
        Assert.Equal(Two, Select(provider with { Rules = [.. provider.Rules.Reverse()] }, ("team", "web")).Role);
    }

    private static Gen<string> RuleText => Gen.Select(
        Gen.OneOf("Equals", "NotEqual", "StartsWith", "Contains"),
        Gen.OneOf("web", "ops", "w", "e"), Gen.OneOf("one", "two"))
        .Select((operation, value, role) => $"team {operation} {value} {role}");

    private static (string? Role, string Assumption) With(PoolIdentityProvider provider, string json)
    {
        var selection = RoleSelector.Select(Pool, new SignInRequest([new(provider, SignInClaims.Parse(json))]));
        return (selection.Role, Assert.Single(selection.Assumptions));
    }

    private static RoleSelection Select(PoolIdentityProvider provider, params (string Name, string Value)[] claims) =>
        RoleSelector.Select(Pool, Login(provider, claims));

    private static RoleSelection Select(
        PoolIdentityProvider provider, string? customRole, params (string Name, string Value)[] claims) =>
        RoleSelector.Select(Pool, Login(provider, claims) with { CustomRole = customRole });

    private static SignInRequest Login(PoolIdentityProvider provider, params (string Name, string Value)[] claims) =>
        new([new(provider, Claims(claims))]);

    private static SignInClaims Claims(params (string Name, string Value)[] claims) =>
        SignInClaims.Of(claims.Select(claim => new KeyValuePair<string, ClaimValue>(claim.Name, ClaimValue.Of(claim.Value))));

    private static PoolIdentityProvider Token(RoleResolution resolution) =>
        UserPool with { RoleSetting = RoleSetting.Token, RoleResolution = resolution };

    private static PoolIdentityProvider Rules(RoleResolution resolution, params string[] rules) => Google with
    {
        RoleSetting = RoleSetting.Rules,
        RoleResolution = resolution,
        Rules =
        [
            .. rules.Select(text => text.Split(' ')).Select(parts => new PoolRoleRule
            {
                Claim = parts[0],
                Operator = Enum.Parse<RuleOperator>(parts[1]),
                Value = parts[2],
                Role = parts[3] == "one" ? One : Two,
            }),
        ],
    };
}
