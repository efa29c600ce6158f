using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPools.Sandbox;

namespace CognitoPools.Emulator.Control;

/// <summary>Adds identities to pools directly, because sign-ins over the socket would take too long.</summary>
/// <param name="account">The account.</param>
/// <param name="defaultRegion">The default Region of a new pool.</param>
internal sealed class Seeder(SandboxAccount account, string defaultRegion)
{
    /// <summary>Adds identities.</summary>
    /// <param name="order">The identities and their pool.</param>
    /// <returns>The pool's id.</returns>
    /// <exception cref="ArgumentException">The pool or a group is not valid.</exception>
    public async Task<string> SeedAsync(SeedOrder order)
    {
        var id = order.IdentityPoolId ?? await CreateAsync(order.Name, order.Region ?? defaultRegion);
        foreach (var group in order.Mixed ? Mix(order.Identities) : order.Identities)
            account.AddIdentities(id, group.Count, group.Provider, group.Created, group.Modified, group.Disabled);
        return id;
    }

    /// <summary>Returns one identity at a time, from the group that is furthest behind its share.</summary>
    private static IEnumerable<SeedGroup> Mix(IReadOnlyList<SeedGroup> groups)
    {
        var total = groups.Sum(group => (long)group.Count);
        var given = new long[groups.Count];
        for (long position = 1; position <= total; position++)
        {
            var next = Enumerable.Range(0, groups.Count)
                .MaxBy(index => (decimal)groups[index].Count * position / total - given[index]);
            given[next]++;
            yield return groups[next] with { Count = 1 };
        }
    }

    private async Task<string> CreateAsync(string name, string region)
    {
        using var http = new HttpClient(account.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://cognito-identity.{region}.amazonaws.com/")
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new { IdentityPoolName = name, AllowUnauthenticatedIdentities = true }),
                Encoding.UTF8, "application/x-amz-json-1.1"),
        };
        request.Headers.Add("X-Amz-Target", "AWSCognitoIdentityService.CreateIdentityPool");
        // The account accepts any key. Only the emulator checks signatures.
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", $"Credential=SEED/20000101/{region}/cognito-identity/aws4_request");
        using var response = await http.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return (string?)answer["IdentityPoolId"] ?? throw new ArgumentException((string?)answer["message"]);
    }
}
