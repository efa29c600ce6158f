using CognitoPools.Providers;
using CognitoPools.SignIn;

namespace CognitoPools.Core.Tests.SignIn;

/// <summary>Whose user claims describe, and which tokens are refused before anybody is asked.</summary>
public class ClaimedLoginTests
{
    private const string Issuer = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123";

    private static readonly PoolIdentityProvider Web = ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "web");
    private static readonly PoolIdentityProvider Phone = ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "phone");
    private static readonly PoolIdentityProvider Google =
        ProviderBuilder.Public(ProviderType.Google, "1-a.apps.googleusercontent.com");
    private static readonly PoolIdentityProvider OpenIdConnect = new()
    {
        Type = ProviderType.OpenIdConnect,
        Name = "arn:aws:iam::123456789012:oidc-provider/tenant.example/",
    };
    private static readonly IdentityPool Pool = new()
    {
        IdentityPoolId = "eu-central-1:11111111-2222-3333-4444-555555555555",
        Name = "shop",
        Region = "eu-central-1",
        Providers = [Web, Phone, Google, OpenIdConnect],
    };

    [Fact]
    public void Partial_claims_that_name_no_app_client_may_be_of_each()
    {
        Assert.Equal([Web, Phone], Find($$"""{"iss":"{{Issuer}}"}""").Providers);
        Assert.Equal([Phone], Find($$"""{"iss":"{{Issuer}}","aud":["x","phone"]}""").Providers);
        Assert.Empty(Find("{}").Providers);
        Assert.Null(Find("{}").Refusal);
    }

    [Theory]
    [InlineData("", "iss")]
    [InlineData($"\"iss\":\"{Issuer}\"", "aud")]
    [InlineData($"\"iss\":\"{Issuer}\",\"aud\":\"web\"", "sub")]
    [InlineData($"\"iss\":\"{Issuer}\",\"aud\":\"web\",\"sub\":\"1\"", "exp")]
    [InlineData($"\"iss\":\"{Issuer}\",\"aud\":\"web\",\"sub\":\"1\",\"exp\":\"soon\"", "exp")]
    [InlineData($"\"iss\":\"{Issuer}\",\"aud\":\"web\",\"sub\":\"1\",\"exp\":1,\"token_use\":\"access\"", "aud")]
    public void A_token_must_have_what_every_id_token_has(string claims, string missing)
    {
        var refusal = Find($"{{{claims}}}", isToken: true).Refusal;

        Assert.Equal(TokenRefusal.MissingClaim(missing), refusal);
    }

    [Fact]
    public void Refuses_what_the_pool_does_not_have()
    {
        Assert.Equal(TokenRefusal.UnsupportedProvider, Find("""{"iss":"https://login.example"}""").Refusal);
        Assert.Equal(TokenRefusal.UnsupportedProvider, Find($$"""{"iss":"{{Issuer}}","aud":"tv"}""").Refusal);
        Assert.Equal(
            TokenRefusal.WrongAudience, Find("""{"iss":"accounts.google.com","aud":"2"}""").Refusal);
        Assert.Equal(
            TokenRefusal.WrongIssuer, Find("""{"iss":"https://login.example","aud":"web"}""", named: [Web]).Refusal);
        Assert.Equal(
            TokenRefusal.CognitoToken, Find("""{"iss":"https://cognito-identity.amazonaws.com"}""").Refusal);
        Assert.Equal(
            TokenRefusal.LoginsDoNotMatch,
            Find($$"""{"iss":"{{Issuer}}"}""", pool: Pool with { Providers = [] }).Refusal);
    }

    [Theory]
    [InlineData("https://tenant.example/")]
    [InlineData("https://tenant.example")]
    public void Assumes_an_audience_only_where_iam_was_not_asked(string issuer)
    {
        var claims = $$"""{"iss":"{{issuer}}","aud":"app"}""";

        Assert.True(Find(claims).IsAudienceAssumed);
        Assert.Equal(TokenRefusal.WrongAudience, Find(claims, registered: ["other"]).Refusal);
        var found = Find(claims, registered: ["app"]);
        Assert.Equal([OpenIdConnect], found.Providers);
        Assert.False(found.IsAudienceAssumed);
    }

    [Fact]
    public void Of_several_named_providers_the_issuer_tells_one()
    {
        var other = OpenIdConnect with { Name = "arn:aws:iam::123456789012:oidc-provider/other.example" };
        var pool = Pool with { Providers = [OpenIdConnect, other] };

        Assert.Equal([other], Find("""{"iss":"https://other.example"}""", pool: pool, named: pool.Providers).Providers);
        Assert.Equal(pool.Providers, Find("""{"sub":"1"}""", pool: pool, named: pool.Providers).Providers);
        Assert.Empty(Find("""{"aud":"phone"}""", named: [Web]).Providers);
    }

    [Fact]
    public void The_attributes_of_an_assertion_are_taken_as_they_are()
    {
        var saml = new PoolIdentityProvider
        {
            Type = ProviderType.Saml,
            Name = "arn:aws:iam::123456789012:saml-provider/okta",
        };
        var found = Find("""{"iss":"anything","token_use":"access"}""", pool: Pool with { Providers = [saml] }, named: [saml]);

        Assert.Equal([saml], found.Providers);
        Assert.Null(found.Refusal);
    }

    [Theory]
    [InlineData("team", "Größe 1 / a_b.c:d=e+f-g@h", true, true)]
    [InlineData("te#am", "a,b", false, false)]
    [InlineData("", "", false, true)]
    public void Knows_what_sts_takes_as_a_session_tag(string key, string value, bool isKey, bool isValue)
    {
        Assert.Equal((isKey, isValue), (SessionTag.IsKey(key), SessionTag.IsValue(value)));
        Assert.False(SessionTag.IsKey(new string('k', 129)));
        Assert.False(SessionTag.IsValue(new string('v', 257)));
    }

    private static ClaimedLogin Find(
        string claims, bool isToken = false, IdentityPool? pool = null,
        IReadOnlyList<PoolIdentityProvider>? named = null, IReadOnlyList<string>? registered = null) =>
        ClaimedLogin.Find(pool ?? Pool, SignInClaims.Parse(claims), isToken, named, _ => registered);
}
