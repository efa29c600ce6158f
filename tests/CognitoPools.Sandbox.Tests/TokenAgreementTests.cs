using System.Text.Json.Nodes;
using CognitoPools.SignIn;
using CsCheck;
using static CognitoPools.Sandbox.Tests.SignInAccount;

namespace CognitoPools.Sandbox.Tests;

/// <summary>Whatever a token says, the sandbox and what resolves roles agree on whether the pool takes it, under which
/// key, and what is wrong otherwise.</summary>
public sealed class TokenAgreementTests : IDisposable
{
    private const string Slashed = "tenant.example";

    private static readonly long Present = Now.ToUnixTimeSeconds();

    private static readonly Gen<object?> Issuers = OneOf(
        null, "", 7, new[] { "https://" + Google, "x" }, "nobody", "https://nobody.example", "https://" + CognitoKey,
        "https://" + UserPool, UserPool, "https://" + UserPool + "/", "https://" + Google, Google, "https://ACCOUNTS.google.com",
        "https://" + Facebook, "https://api.twitter.com", "https://login.example.com/tenant",
        "https://login.example.com/tenant/", "https://" + Slashed, "https://" + Slashed + "/", Slashed + "//",
        "https://sandbox.invalid/saml/Corporate");
    private static readonly Gen<object?> Audiences = OneOf(
        null, "", "web", "phone", "other", "1.apps.googleusercontent.com", "1234567890", "key", "key;secret", "app-1",
        "app-3", Array.Empty<string>(), new[] { "other", "phone" }, new[] { "app-2", "app-3", "web" });
    private static readonly Gen<object?> Subjects = OneOf(null, "", "ann", 42, new[] { "ann", "bob" });
    private static readonly Gen<object?> Uses = OneOf(null, "id", "access");
    private static readonly Gen<object?> Ends = OneOf(null, "soon", Present - 1, Present + 60, Present + 60);
    private static readonly Gen<object?> Parties = OneOf(null, "web", "1.apps.googleusercontent.com");

    private static readonly Gen<Dictionary<string, object?>> Claims =
        Gen.Select(Issuers, Audiences, Subjects, Uses, Ends, Parties, (issuer, audience, subject, use, end, party) =>
            new Dictionary<string, object?>
            {
                ["iss"] = issuer,
                ["aud"] = audience,
                ["sub"] = subject,
                ["token_use"] = use,
                ["exp"] = end,
                ["azp"] = party,
                ["client_id"] = party,
            });

    private readonly SignInAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task Sandbox_and_resolver_take_the_same_tokens()
    {
        var slashed = account.Sandbox.AddOpenIdConnectProvider($"https://{Slashed}/", ["app-3"]);
        var pool = await account.PoolAsync(request => request.OpenIdConnectProviderARNs.Add(slashed));
        var configured = account.Sandbox.State.Pools.Of(pool).Configured(pool);
        var iam = account.Sandbox.State.Iam.In("aws");
        using var caller = new Caller(account.Sandbox) { IsSigned = false };
        var (taken, refused) = (0, 0);

        await Claims.SampleAsync(
            async claims =>
            {
                var token = account.Token(pool, Google, "ann", options => options with { Claims = claims });
                var found = ClaimedLogin.Find(configured, JwtToken.Decode(token).Claims, true, null, iam.ClientIdsOf);
                // Any key will do for a token that names nobody.
                var key = found.LoginKey.Length > 0 ? found.LoginKey : Google;

                var answer = await AnswerAsync(caller, pool, key, token);

                // Whether it has ended is not the resolver's question.
                var isTaken = answer is null || answer.StartsWith("Invalid login token. Token expired", StringComparison.Ordinal);
                Assert.Equal(found.Refusal?.Message, isTaken ? null : answer);
                Assert.Equal(isTaken, found.Providers.Count > 0);
                _ = isTaken ? taken++ : refused++;
            },
            iter: 4_000, threads: 1);

        // A generator that never gives one of the two answers would prove nothing.
        Assert.True(taken > 50 && refused > 50, $"{taken} taken, {refused} refused");
    }

    private static Gen<object?> OneOf(params object?[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static async Task<string?> AnswerAsync(Caller caller, string pool, string key, string token)
    {
        using var response = await caller.SendAsync(
            "GetId", new { IdentityPoolId = pool, Logins = new Dictionary<string, string> { [key] = token } });
        return response.IsSuccessStatusCode
            ? null
            : (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"];
    }
}
