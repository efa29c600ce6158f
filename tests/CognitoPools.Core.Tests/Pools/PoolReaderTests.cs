using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>Reading a pool where not everything can be read.</summary>
public sealed class PoolReaderTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly SandboxAccount sandbox;
    private readonly AccountConnection connection;
    private readonly PoolReader reader;

    public PoolReaderTests()
    {
        sandbox = new SandboxAccount(time);
        connection = Connect("eu-central-1");
        reader = new PoolReader(connection);
    }

    public void Dispose() => connection.Dispose();

    [Theory]
    [InlineData("AccessDeniedException", 400)]
    [InlineData("NotAuthorizedException", 400)]
    [InlineData("UnknownOperationException", 404)]
    [InlineData("NotSimulated", 501)]
    public async Task What_may_not_be_read_is_named_and_the_rest_is_shown(string code, int status)
    {
        var id = await CreateAsync();
        Fail("GetIdentityPoolRoles", code, status);
        Fail("GetPrincipalTagAttributeMap", code, status);

        var pool = await reader.ReadVisibleAsync(id, CancellationToken.None);

        Assert.Equal(
            ("shop", 1, null, null),
            (pool.Name, pool.Providers.Count, pool.AuthenticatedRole, pool.GuestRole));
        Assert.Equal(
            ["cognito-identity:GetIdentityPoolRoles", "cognito-identity:GetPrincipalTagAttributeMap"],
            pool.Unreadable.Select(part => part.Permission));
        Assert.All(pool.Unreadable, part => Assert.Equal("Told so.", part.Reason));
    }

    [Fact]
    public async Task An_edit_that_needs_an_unreadable_part_is_refused_with_the_permission()
    {
        var id = await CreateAsync();
        Fail("GetIdentityPoolRoles", "AccessDeniedException", 400);

        var refused = await Assert.ThrowsAsync<UnreadablePartException>(() => reader.ReadAsync(id, CancellationToken.None));

        Assert.Equal("cognito-identity:GetIdentityPoolRoles", refused.Part.Permission);
        Assert.Contains("Told so.", refused.Message, StringComparison.Ordinal);
        Assert.True(AwsErrors.IsNotAuthorized(refused));
        // What needs the settings only can still be read.
        Assert.Equal("shop", (await reader.ReadAsync(id, PoolParts.Settings, CancellationToken.None)).Name);
    }

    [Theory]
    [InlineData(SandboxFaultKind.InternalError)]
    [InlineData(SandboxFaultKind.EmptyJson)]
    [InlineData(SandboxFaultKind.HtmlPage)]
    public async Task An_outage_is_not_taken_for_a_lack_of_permission(SandboxFaultKind kind)
    {
        var id = await CreateAsync();
        sandbox.Settings.AddFault(new SandboxFault { Operation = "GetIdentityPoolRoles", Kind = kind, Times = 9 });

        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => reader.ReadVisibleAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task An_emulator_that_answers_an_unknown_operation_with_a_page_shows_the_rest()
    {
        var id = await CreateAsync();
        using var emulator = Connect("eu-central-1", new Uri("http://localhost:5000"));
        sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "GetIdentityPoolRoles",
            Kind = SandboxFaultKind.HtmlPage,
            StatusCode = 500,
            Times = 9,
        });

        var pool = await new PoolReader(emulator).ReadVisibleAsync(id, CancellationToken.None);

        Assert.Equal("cognito-identity:GetIdentityPoolRoles", Assert.Single(pool.Unreadable).Permission);
    }

    [Fact]
    public async Task Roles_that_were_not_read_are_never_written()
    {
        var id = await CreateAsync();
        var whole = await reader.ReadAsync(id, CancellationToken.None);
        Fail("GetIdentityPoolRoles", "AccessDeniedException", 400);
        var unread = await reader.ReadVisibleAsync(id, CancellationToken.None);
        var role = "arn:aws:iam::123456789012:role/other";

        Assert.Throws<UnreadablePartException>(
            () => PoolPlanner.Plan(new PoolChange(unread, unread with { GuestRole = role })));
        Assert.Throws<UnreadablePartException>(
            () => PoolPlanner.Plan(new PoolChange(whole, unread with { GuestRole = role })));
        Assert.Single(PoolPlanner.Plan(new PoolChange(unread, unread with { Name = "new" })).Steps);
    }

    [Fact]
    public async Task Without_a_default_Region_STS_is_asked_in_the_pools_once_for_all()
    {
        var id = await CreateAsync();
        using var without = Connect(null);
        var other = new PoolReader(without);

        var pools = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => other.ReadAsync(id, CancellationToken.None)));

        Assert.All(pools, pool => Assert.Equal($"arn:aws:cognito-identity:eu-central-1:123456789012:identitypool/{id}", pool.Arn));
        Assert.Equal(without.DefaultRegion ?? "eu-central-1", Assert.Single(sandbox.Calls, call => call.Service == "sts").Region);
    }

    [Fact]
    public async Task A_refusal_of_STS_costs_the_ARN_and_only_what_needs_it_fails()
    {
        var id = await CreateAsync();
        Fail("GetCallerIdentity", "AccessDenied", 403);

        var pool = await reader.ReadAsync(id, CancellationToken.None);

        Assert.Null(pool.Arn);
        Assert.Single(PoolPlanner.Plan(new PoolChange(pool, pool with { Name = "new" })).Steps);
        var refused = Assert.Throws<UnreadablePartException>(
            () => PoolPlanner.Plan(new PoolChange(pool, pool with { Tags = pool.Tags.SetItem("stage", "dev") })));
        Assert.Equal("sts:GetCallerIdentity", refused.Part.Permission);
    }

    [Fact]
    public async Task An_STS_that_is_silent_does_not_hold_up_the_pool()
    {
        var id = await CreateAsync();
        sandbox.Settings.AddFault(new SandboxFault { Operation = "GetCallerIdentity", Kind = SandboxFaultKind.Hang, Times = 9 });

        var first = reader.ReadAsync(id, CancellationToken.None);
        while (sandbox.Calls.All(call => call.Operation != "GetPrincipalTagAttributeMap"))
            await Task.Delay(1);
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Null((await first.WaitAsync(TimeSpan.FromSeconds(30))).Arn);

        // The next ones do not wait for it again.
        Assert.Null((await reader.ReadAsync(id, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30))).Arn);
    }

    private AccountConnection Connect(string? region, Uri? endpoint = null) => AccountConnection.Open(new AccountOptions
    {
        IsSandbox = region is not null,
        Region = region,
        EndpointUrl = endpoint,
        Credentials = new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "secret"),
        HandlerFactory = sandbox.CreateHandler,
        TimeProvider = time,
        MaxAttempts = 1,
    });

    private async Task<string> CreateAsync()
    {
        var made = await connection.Cognito("eu-central-1").CreateIdentityPoolAsync(new CreateIdentityPoolRequest
        {
            IdentityPoolName = "shop",
            AllowUnauthenticatedIdentities = true,
            SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "1-a" },
        });
        sandbox.ClearCalls();
        return made.IdentityPoolId;
    }

    private void Fail(string operation, string code, int status) => sandbox.Settings.AddFault(new SandboxFault
    {
        Operation = operation,
        ErrorCode = code,
        StatusCode = status,
        Message = "Told so.",
        Times = int.MaxValue,
    });
}
