using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Providers;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>Another process edits the same pool while a plan runs: before the step reads it, or between the step's
/// write and its verification.</summary>
public class ConcurrentEditTests
{
    private const string One = "arn:aws:iam::123456789012:role/one";
    private const string Two = "arn:aws:iam::123456789012:role/two";
    private const string Three = "arn:aws:iam::123456789012:role/three";

    public static TheoryData<string> Steps => ["UpdateIdentityPool", "SetIdentityPoolRoles", "SetPrincipalTagAttributeMap"];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_value_of_another_process_that_the_plan_replaces_is_reported(string operation)
    {
        using var account = await PoolSamples.PreparedAsync();
        var current = await MadeAsync(account);
        var plan = PoolPlanner.Plan(new PoolChange(current, Mine(current, operation)));
        using var other = account.Connect();
        await TheirsAsync(other.Cognito(current.Region), current, operation);

        await PoolSamples.RunAsync(account, plan, current.IdentityPoolId);

        var warning = Assert.Single(account.Warnings);
        var start = $"Somebody else changed identity pool {current} after it was read, and your change replaced theirs: ";
        Assert.StartsWith(start, warning, StringComparison.Ordinal);
        Assert.EndsWith(operation switch
        {
            "UpdateIdentityPool" => "Name was 'theirs' and is now 'mine'.",
            "SetIdentityPoolRoles" => $"GuestRole was '{Three}' and is now '{Two}'.",
            _ => "accounts.google.com attribute mapping was 'team=sub' and is now 'Default'.",
        }, warning, StringComparison.Ordinal);
        Assert.True(Mine(current, operation).Equals(await PoolSamples.ReadAsync(account, current.IdentityPoolId)));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_write_of_another_process_between_the_write_and_its_verification_is_reported(string operation)
    {
        using var account = await PoolSamples.PreparedAsync();
        var current = await MadeAsync(account);
        var plan = PoolPlanner.Plan(new PoolChange(current, Mine(current, operation)));
        using var other = account.Connect();
        using var observation = CallObservation.Observe(new AfterWrite(operation,
            () => TheirsAsync(other.Cognito(current.Region), current, operation).GetAwaiter().GetResult()));

        await PoolSamples.RunAsync(account, plan, current.IdentityPoolId);

        var warning = Assert.Single(account.Warnings);
        Assert.StartsWith(
            $"Somebody else changed identity pool {current} at the same time: ", warning, StringComparison.Ordinal);
        Assert.Contains(operation switch
        {
            "UpdateIdentityPool" => "Name: mine -> theirs",
            "SetIdentityPoolRoles" => $"GuestRole: {Two} -> {Three}",
            _ => "accounts.google.com AttributeMapping: Default -> team=sub",
        }, warning, StringComparison.Ordinal);
    }

    private static Task<IdentityPool> MadeAsync(TestAccount account) => PoolSamples.MakeAsync(account, new IdentityPool
    {
        Name = "shop",
        Region = "eu-central-1",
        BasicFlow = BasicFlowState.Inactive,
        GuestRole = One,
        Providers = [ProviderBuilder.Public(ProviderType.Google, "1-a.apps.googleusercontent.com")],
    });

    private static IdentityPool Mine(IdentityPool pool, string operation) => operation switch
    {
        "UpdateIdentityPool" => pool with { Name = "mine" },
        "SetIdentityPoolRoles" => pool with { GuestRole = Two },
        _ => pool with { Providers = [pool.Providers[0] with { AttributeMapping = AttributeMapping.Default }] },
    };

    private static Task TheirsAsync(IAmazonCognitoIdentity service, IdentityPool pool, string operation) => operation switch
    {
        "UpdateIdentityPool" => service.UpdateIdentityPoolAsync(PoolWire.UpdateRequest(pool with { Name = "theirs" })),
        "SetIdentityPoolRoles" => service.SetIdentityPoolRolesAsync(PoolWire.RolesRequest(pool with { GuestRole = Three })),
        _ => service.SetPrincipalTagAttributeMapAsync(new SetPrincipalTagAttributeMapRequest
        {
            IdentityPoolId = pool.IdentityPoolId,
            IdentityProviderName = "accounts.google.com",
            PrincipalTags = new Dictionary<string, string> { ["team"] = "sub" },
        }),
    };

    /// <summary>Acts once, when the first call after the operation is on its way.</summary>
    private sealed class AfterWrite(string operation, Action act) : ICallObserver
    {
        private bool written;
        private bool done;

        public void Calling(AwsCall call)
        {
            if (written && !done)
            {
                done = true;
                act();
            }
            written |= call.Operation == operation;
        }

        public void Retrying(AwsCall call, Exception? cause, TimeSpan delay)
        {
        }
    }
}
