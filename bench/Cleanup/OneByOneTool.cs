using System.Diagnostics;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using CognitoPools.Emulator;

namespace CognitoPools.Bench.Cleanup;

/// <summary>
/// One call for each identity, one after the other, as Remove-CGIIdentity of AWS.Tools sends them from a pipeline. The SDK
/// makes the calls without a shell, and the time does not include the listing, so AWS.Tools cannot be faster than this.
/// </summary>
internal sealed class OneByOneTool : ICleanupTool
{
    public string Name => "one id per call, as Remove-CGIIdentity sends it";

    public string? Missing => null;

    // Many times more than the first second's burst.
    public int? SampleOf(Workload workload)
    {
        var sample = workload.HasQuotas ? 300 : 2_000;
        return sample < workload.Guests ? sample : null;
    }

    public async Task<double> RunAsync(EmulatorProcess emulator, string identityPoolId, Workload workload)
    {
        using var client = Service.Client(emulator);
        var ids = await GuestsAsync(client, identityPoolId, SampleOf(workload) ?? workload.Guests);
        var watch = Stopwatch.StartNew();
        foreach (var id in ids)
            await client.DeleteIdentitiesAsync(new DeleteIdentitiesRequest { IdentityIdsToDelete = [id] });
        return watch.Elapsed.TotalSeconds / ids.Count * workload.Guests;
    }

    private static async Task<IReadOnlyList<string>> GuestsAsync(
        AmazonCognitoIdentityClient client, string identityPoolId, int count)
    {
        var ids = new List<string>();
        string? token = null;
        do
        {
            var page = await client.ListIdentitiesAsync(new ListIdentitiesRequest
            {
                IdentityPoolId = identityPoolId,
                MaxResults = 60,
                NextToken = token,
            });
            ids.AddRange(page.Identities.Where(identity => identity.Logins is not { Count: > 0 })
                .Select(identity => identity.IdentityId));
            token = page.NextToken;
        }
        while (token is not null && ids.Count < count);
        return [.. ids.Take(count)];
    }
}
