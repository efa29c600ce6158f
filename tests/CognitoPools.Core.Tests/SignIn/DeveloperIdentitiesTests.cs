using CognitoPools.Pools.Plans;
using CognitoPools.Providers;
using CognitoPools.SignIn;

namespace CognitoPools.Core.Tests.SignIn;

public class DeveloperIdentitiesTests
{
    [Fact]
    public async Task A_lookup_goes_over_pages_and_stops_when_its_reader_does()
    {
        using var account = new TestAccount();
        var plan = PoolPlanner.Plan(new PoolChange(
            null,
            new IdentityPool
            {
                Name = "shop",
                Region = "eu-central-1",
                Providers = [ProviderBuilder.Developer("login.example")],
            }));
        var pool = await new PlanRunner(account.Connection, account).RunAsync(plan, null, CancellationToken.None);
        var identities = new DeveloperIdentities(account.Connection, pageSize: 7);
        string? identity = null;
        for (var user = 0; user < 20; user++)
        {
            var made = await identities.TokenAsync(
                pool, null, $"user-{user}", new Dictionary<string, string> { ["login.example"] = $"user-{user}" },
                new Dictionary<string, string>(), null, CancellationToken.None);
            identity = user == 0
                ? made.IdentityId
                : await identities.MergeAsync(pool, "login.example", $"user-{user}", "user-0", CancellationToken.None);
        }
        account.Sandbox.ClearCalls();

        var found = new List<string>();
        await foreach (var developer in identities.LookUpAsync(pool, identity, null))
            found.Add(developer.DeveloperUserIdentifier);

        Assert.Equal(20, found.Distinct().Count());
        Assert.Equal(3, account.Sandbox.Calls.Count);
        account.Sandbox.ClearCalls();
        await foreach (var developer in identities.LookUpAsync(pool, identity, null))
            break;
        Assert.Single(account.Sandbox.Calls);
    }
}
