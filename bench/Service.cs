using System.Globalization;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using CognitoPools.Emulator;

namespace CognitoPools.Bench;

/// <summary>The service for all measurements.</summary>
internal static class Service
{
    private const int Calls = 1_000;

    /// <summary>Starts an emulator and calls it until its code is compiled, because a service of AWS is already running
    /// too.</summary>
    public static async Task<EmulatorProcess> StartAsync()
    {
        var emulator = await EmulatorProcess.StartAsync();
        var pool = await emulator.SeedAsync(guests: 60);
        using var client = Client(emulator);
        string[] unknown =
        [
            .. Enumerable.Range(0, 60)
                .Select(number => $"us-east-1:00000000-0000-0000-0000-{number.ToString("D12", CultureInfo.InvariantCulture)}"),
        ];
        await Parallel.ForEachAsync(Enumerable.Range(0, Calls), new ParallelOptions
        {
            MaxDegreeOfParallelism = 4,
        }, async (_, token) =>
        {
            await client.ListIdentitiesAsync(new ListIdentitiesRequest { IdentityPoolId = pool, MaxResults = 60 }, token);
            await client.DeleteIdentitiesAsync(new DeleteIdentitiesRequest { IdentityIdsToDelete = [.. unknown] }, token);
        });
        await client.DeleteIdentityPoolAsync(new DeleteIdentityPoolRequest { IdentityPoolId = pool });
        await emulator.TellAsync(new { calls = "clear" });
        return emulator;
    }

    /// <summary>A client of the SDK with the SDK's retries.</summary>
    public static AmazonCognitoIdentityClient Client(EmulatorProcess emulator) => new(
        new BasicAWSCredentials(emulator.AccessKey, emulator.SecretKey),
        new AmazonCognitoIdentityConfig { ServiceURL = emulator.Url, AuthenticationRegion = "us-east-1", MaxErrorRetry = 9 });
}
