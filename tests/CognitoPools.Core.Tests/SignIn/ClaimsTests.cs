using System.Collections;
using System.Text;
using CognitoPools.Account;
using CognitoPools.Providers;
using CognitoPools.Roles.Permissions;
using CognitoPools.SignIn;

namespace CognitoPools.Core.Tests.SignIn;

public class ClaimsTests
{
    [Fact]
    public void Claims_come_from_JSON_hashtables_and_tokens_alike()
    {
        const string Json = """{"sub":"me","level":7,"admin":true,"groups":["a","b"],"none":null,"address":{"city":"x"}}""";
        var parsed = SignInClaims.Parse(Json);
        Assert.Equal(ClaimValue.Of("me"), parsed["sub"]);
        Assert.Equal(new ClaimValue(ClaimKind.Scalar, ["7"]), parsed["level"]);
        Assert.Equal(new ClaimValue(ClaimKind.Scalar, ["true"]), parsed["admin"]);
        Assert.Equal(new ClaimValue(ClaimKind.List, ["a", "b"]), parsed["groups"]);
        Assert.Equal(ClaimKind.Complex, parsed["address"]!.Kind);
        Assert.Null(parsed["none"]);
        var read = SignInClaims.Read(new Hashtable
        {
            ["sub"] = "me",
            ["level"] = 7,
            ["admin"] = true,
            ["groups"] = new object[] { "a", "b" },
        });
        Assert.All(["sub", "level", "admin", "groups"], name => Assert.Equal(parsed[name], read[name]));
        var token = JwtToken.Decode($"{Part("{\"alg\":\"none\"}")}.{Part(Json)}.");
        Assert.Equal(parsed.Names, token.Claims.Names);
    }

    [Fact]
    public void A_token_says_who_issued_it_for_whom_and_until_when()
    {
        var token = JwtToken.Decode(
            $"{Part("{}")}.{Part("""{"iss":"https://accounts.google.com","aud":["x","y"],"sub":"me","exp":1700000000}""")}.sig");
        Assert.Equal(("https://accounts.google.com", "me"), (token.Issuer, token.Subject));
        Assert.Equal(["x", "y"], token.Audience);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), token.Expiration);
    }

    [Theory]
    [InlineData("one.two")]
    [InlineData("a.!!.c")]
    [InlineData("a.e30K.c.d")]
    [InlineData("eyJhbGciOiJub25lIn0.W10.x")]
    [InlineData("eyJhbGciOiJub25lIn0.c2VjcmV0.x")]
    public void What_is_no_token_is_refused_without_being_repeated(string text)
    {
        var exception = Assert.Throws<FormatException>(() => JwtToken.Decode(text));
        Assert.DoesNotContain(text, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Principal_tags_follow_the_mapping()
    {
        var claims = SignInClaims.Parse(
            """{"sub":"me","aud":"app","user_id":"amzn1.account.x","custom:team":"web","groups":"""
                + """["a","b"],"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier":"""
                + "\"id\",\"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name\":\"n\"}");
        Assert.Equal(
            "client=app;username=me",
            Tags(ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "c"), AttributeMapping.Default, claims));
        Assert.Equal(
            "client=app;username=amzn1.account.x",
            Tags(ProviderBuilder.Public(ProviderType.Amazon, "amzn1.application.x"), AttributeMapping.Default, claims));
        Assert.Equal(
            "client=id;username=n",
            Tags(ProviderBuilder.Saml("okta", AwsPartition.Aws, "123456789012"), AttributeMapping.Default, claims));
        Assert.Equal("", Tags(ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "c"), AttributeMapping.Inactive, claims));
        Assert.Equal(
            "team=web",
            Tags(
                ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "c"),
                AttributeMapping.Custom(new Dictionary<string, string>
                {
                    ["team"] = "custom:team",
                    ["groups"] = "groups",
                    ["absent"] = "absent",
                }),
                claims));
    }

    [Theory]
    [InlineData("s3:GetObject", true)]
    [InlineData("S3:*", true)]
    [InlineData("kms:ReEncryptTo", true)]
    [InlineData("kms:*", false)]
    [InlineData("geo:GetMapTile", true)]
    [InlineData("geo:CreateMap", false)]
    [InlineData("textract:DetectDocumentText", true)]
    [InlineData("codewhisperer:GenerateRecommendations", true)]
    [InlineData("geo:ListMaps", true)]
    [InlineData("ec2:RunInstances", false)]
    [InlineData("iam:PassRole", false)]
    [InlineData("*", false)]
    public void The_guests_ceiling_lets_through_what_the_documentation_lists(string action, bool admitted)
    {
        Assert.Equal(admitted, GuestCeiling.Admits(action));
        var cut = GuestCeiling.CutOff(
            $$"""{"Statement":[{"Effect":"Allow","Action":["{{action}}","s3:ListBucket"],"Resource":"*"},"""
                + $$"""{"Effect":"Deny","Action":"ec2:*","Resource":"*"}]}""");
        Assert.Equal(admitted ? [] : [action], cut);
    }

    private static string Tags(PoolIdentityProvider provider, AttributeMapping mapping, SignInClaims claims) =>
        string.Join(
            ";",
            PrincipalTags.Of([new SignInLogin(provider with { AttributeMapping = mapping }, claims)]).Tags
                .Select(tag => $"{tag.Key}={tag.Value}"));

    private static string Part(string json) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
