using Amazon.CognitoIdentity.Model;
using Amazon.IdentityManagement.Model;
using CognitoPools.Account;
using CognitoPools.Fleet;
using CognitoPools.Roles;
using CognitoPools.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Core.Tests.Fleet;

/// <summary>What is read ahead for the next pools, and how long it is taken for the present.</summary>
public sealed class FleetRoleReaderTests : IDisposable
{
    private const string Region = "eu-central-1";
    private const int Pools = 12;

    private readonly FakeTimeProvider time = new();
    private readonly SandboxAccount sandbox;
    private readonly AccountConnection connection;

    public FleetRoleReaderTests()
    {
        sandbox = new SandboxAccount(time);
        connection = Connect();
    }

    public void Dispose() => connection.Dispose();

    [Fact]
    public async Task Pools_that_a_listing_gives_are_not_read_again()
    {
        await SeedAsync();
        using var reader = Reader();

        Assert.Equal(Names(), await ReadListingAsync(reader, _ => { }));

        Assert.Equal((Pools, Pools), (Count("DescribeIdentityPool"), Count("GetRole")));
    }

    [Fact]
    public async Task Pools_that_were_listed_before_are_read_again()
    {
        await SeedAsync();
        var pools = await ListAsync();
        using var reader = Reader();

        Assert.Equal(Names(), await ReadAsync(reader, pools, _ => { }));

        Assert.Equal((2 * Pools, Pools), (Count("DescribeIdentityPool"), Count("GetRole")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_somebody_else_changes_is_seen_after_a_short_time(bool isLive)
    {
        await SeedAsync();
        using var other = Connect();
        var pools = isLive ? null : await ListAsync();
        using var reader = Reader();
        var given = 0;
        async Task Change(IdentityPool pool)
        {
            if (++given != 6)
                return;
            // Everything is read ahead by now.
            await connection.Iam(Region).ListRolesAsync(new ListRolesRequest());
            await other.Cognito(Region).SetIdentityPoolRolesAsync(
                new SetIdentityPoolRolesRequest { IdentityPoolId = LastPool, Roles = [] });
            time.Advance(ReadStamp.Limit + TimeSpan.FromMilliseconds(1));
        }

        var names = isLive
            ? await ReadListingAsync(reader, pool => Change(pool).GetAwaiter().GetResult())
            : await ReadAsync(reader, pools!, pool => Change(pool).GetAwaiter().GetResult());

        Assert.Equal(Names().SkipLast(1), names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_connection_changes_is_seen_at_once(bool isLive)
    {
        await SeedAsync();
        var pools = isLive ? null : await ListAsync();
        using var reader = Reader();
        var given = 0;
        void Change(IdentityPool pool)
        {
            if (++given == 6)
            {
                connection.Cognito(Region)
                    .SetIdentityPoolRolesAsync(new SetIdentityPoolRolesRequest { IdentityPoolId = LastPool, Roles = [] })
                    .GetAwaiter()
                    .GetResult();
            }
        }

        var names = isLive ? await ReadListingAsync(reader, Change) : await ReadAsync(reader, pools!, Change);

        Assert.Equal(Names().SkipLast(1), names);
    }

    [Fact]
    public async Task Nothing_is_read_ahead_for_a_first_pool_that_was_not_listed()
    {
        await SeedAsync();
        var pool = (await ListAsync())[0];
        sandbox.ClearCalls();
        using var reader = Reader();

        await Task.WhenAll(await reader.Read(pool.IdentityPoolId, given: null));
        await Task.WhenAll(await reader.Read(pool.IdentityPoolId, pool with { }));

        Assert.Equal((2, 0), (Count("DescribeIdentityPool"), Count("ListIdentityPools")));
    }

    [Fact]
    public async Task What_is_ahead_stops_with_the_reader()
    {
        await SeedAsync();
        var pools = await ListAsync();
        sandbox.ClearCalls();
        sandbox.Settings.Latency = TimeSpan.FromSeconds(1);
        var reader = Reader();
        var reading = reader.Read(pools[0].IdentityPoolId, pools[0]);

        reader.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(Count("DescribeIdentityPool") <= 2);
        Assert.Equal(0, Count("GetRole"));
    }

    [Fact]
    public async Task A_listing_shows_how_many_pools_are_read_and_ends_also_when_it_is_left()
    {
        await SeedAsync();
        using var watcher = new TestAccount();
        foreach (var taken in new[] { Pools, 5 })
        {
            var left = taken;
            watcher.Shown.Clear();
            await foreach (var _ in new PoolFleet(connection, Region, _ => true, reporter: watcher).ReadAsync())
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                if (--left == 0)
                    break;
            }

            // Every second one: they come ten times a second, and are shown five times.
            Assert.StartsWith("3 read, 15 a second", watcher.Shown[0], StringComparison.Ordinal);
            Assert.InRange(watcher.Shown.Count, 2, Pools / 2 + 1);
            Assert.Null(watcher.Shown[^1]);
        }
    }

    private string LastPool { get; set; } = "";

    private static IEnumerable<string> Names() => Enumerable.Range(0, Pools).Select(Name);

    private static string Name(int number) => FormattableString.Invariant($"role{number}");

    private async Task SeedAsync()
    {
        for (var number = 0; number < Pools; number++)
        {
            var pool = await connection.Cognito(Region).CreateIdentityPoolAsync(
                new CreateIdentityPoolRequest { IdentityPoolName = "pool", AllowUnauthenticatedIdentities = true });
            LastPool = pool.IdentityPoolId;
            var trust = TrustPolicy.ForPool(AwsPartition.Aws, [LastPool], PoolIdentityType.Guest).ToJson();
            var role = await connection.Iam(Region).CreateRoleAsync(
                new CreateRoleRequest { RoleName = Name(number), AssumeRolePolicyDocument = trust });
            await connection.Cognito(Region).SetIdentityPoolRolesAsync(new SetIdentityPoolRolesRequest
            {
                IdentityPoolId = LastPool,
                Roles = new() { ["unauthenticated"] = role.Role.Arn },
            });
        }
        sandbox.ClearCalls();
    }

    private async Task<List<IdentityPool>> ListAsync()
    {
        var pools = new List<IdentityPool>();
        await foreach (var pool in new PoolFleet(connection, Region, _ => true).ReadAsync())
            pools.Add(pool);
        return pools;
    }

    private async Task<List<string>> ReadListingAsync(FleetRoleReader reader, Action<IdentityPool> afterwards)
    {
        var names = new List<string>();
        var fleet = new PoolFleet(connection, Region, _ => true);
        await foreach (var pool in fleet.ReadAsync())
        {
            fleet.Give(pool, given => names.AddRange(ReadAsync(reader, [given], afterwards).GetAwaiter().GetResult()));
        }
        return names;
    }

    private static async Task<List<string>> ReadAsync(
        FleetRoleReader reader, IEnumerable<IdentityPool> pools, Action<IdentityPool> afterwards)
    {
        var names = new List<string>();
        foreach (var pool in pools)
        {
            foreach (var role in await reader.Read(pool.IdentityPoolId, pool))
                names.Add((await role).RoleName);
            afterwards(pool);
        }
        return names;
    }

    private int Count(string operation) => sandbox.Calls.Count(call => call.Operation == operation);

    private FleetRoleReader Reader() => new(connection, policies: false, _ => true, observer: null, CancellationToken.None);

    private AccountConnection Connect() => AccountConnection.Open(new AccountOptions
    {
        IsSandbox = true,
        Region = Region,
        HandlerFactory = sandbox.CreateHandler,
        SandboxIdentity = sandbox,
        TimeProvider = time,
    });
}
