using Amazon.CognitoIdentity.Model;
using CognitoPools.Identities;
using CognitoPools.Sandbox;
using CsCheck;

namespace CognitoPools.Core.Tests.Identities;

public class IdentityBatchTests
{
    [Fact]
    public async Task Whatever_happens_each_identity_gets_one_result_that_is_true() =>
        await Gen.Select(
            Gen.Int[1, 60], Gen.Enum<SandboxFaultKind>().Where(kind => kind != SandboxFaultKind.Hang),
            Gen.Int[1, 3], Gen.Bool)
            .SampleAsync(async (count, kind, times, applied) =>
            {
                using var account = new TestAccount();
                var (pool, ids) = await WithIdentitiesAsync(account, count);
                account.Sandbox.Settings.AddFault(new SandboxFault
                {
                    Operation = "DeleteIdentities",
                    Kind = kind,
                    Times = times,
                    UnprocessedCount = kind == SandboxFaultKind.UnprocessedIdentities ? 3 : int.MaxValue,
                    ErrorCode = kind == SandboxFaultKind.Error ? "InvalidParameterException" : null,
                    AfterApply = applied && kind != SandboxFaultKind.UnprocessedIdentities,
                });

                var results = await new IdentityBatch(account.Connection, "eu-central-1").RemoveAsync(
                    ids, CancellationToken.None);

                account.Sandbox.Settings.ClearFaults();
                Assert.Equal(
                    ids.Order(StringComparer.Ordinal),
                    results.Select(result => result.IdentityId).Order(StringComparer.Ordinal));
                var left = (await ListAsync(account, pool)).ToHashSet(StringComparer.Ordinal);
                Assert.All(results, result =>
                {
                    if (result.Status == PoolIdentityRemovalStatus.Removed)
                        Assert.DoesNotContain(result.IdentityId, left);
                    if (result.Status == PoolIdentityRemovalStatus.Failed && !applied)
                        Assert.Contains(result.IdentityId, left);
                    Assert.Equal(result.Status == PoolIdentityRemovalStatus.Removed, result.Error is null);
                });
            }, iter: 60, threads: 2);

    [Fact]
    public async Task One_bad_id_does_not_keep_the_others()
    {
        using var account = new TestAccount();
        var (_, ids) = await WithIdentitiesAsync(account, 20);
        // Too long for the service, which refuses the whole batch for it.
        var bad = "eu-central-1:" + new string('a', 60);
        var results = await new IdentityBatch(account.Connection, "eu-central-1").RemoveAsync(
            [.. ids.Take(7), bad, .. ids.Skip(7)], CancellationToken.None);
        Assert.Equal(bad, Assert.Single(results, result => result.Status != PoolIdentityRemovalStatus.Removed).IdentityId);
        Assert.Equal(21, results.Count);
    }

    [Fact]
    public async Task Removing_again_what_is_gone_is_no_failure()
    {
        using var account = new TestAccount();
        var (_, ids) = await WithIdentitiesAsync(account, 5);
        var remover = new IdentityBatch(account.Connection, "eu-central-1");
        await remover.RemoveAsync(ids, CancellationToken.None);
        Assert.All(
            await remover.RemoveAsync(ids, CancellationToken.None),
            result => Assert.Equal(PoolIdentityRemovalStatus.Removed, result.Status));
    }

    [Fact]
    public async Task What_is_under_way_when_the_work_is_stopped_is_unknown()
    {
        using var account = new TestAccount();
        var (_, ids) = await WithIdentitiesAsync(account, 5);
        account.Sandbox.Settings.AddFault(new SandboxFault { Operation = "DeleteIdentities", Kind = SandboxFaultKind.Hang });
        using var stop = new CancellationTokenSource();
        var work = new IdentityBatch(account.Connection, "eu-central-1").RemoveAsync(ids, stop.Token);
        await stop.CancelAsync();
        Assert.All(await work, result => Assert.Equal(PoolIdentityRemovalStatus.Unknown, result.Status));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(180)]
    public async Task Every_identity_is_listed_once(int count)
    {
        using var account = new TestAccount();
        var (pool, ids) = await WithIdentitiesAsync(account, count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await ListAsync(account, pool)).Order(StringComparer.Ordinal));
        Assert.Equal(Math.Max(1, (count + 59) / 60), account.Sandbox.Calls.Count(call => call.Operation == "ListIdentities"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("eu-central-1:12345678-1234-1234-1234-12345678901")]
    [InlineData("EU-CENTRAL-1:12345678-1234-1234-1234-123456789012")]
    [InlineData("eu-central-1:12345678-1234-1234-1234-123456789012\n")]
    public void A_malformed_id_is_named_with_its_rule(string? id) =>
        Assert.Equal("IdentityId", Assert.Throws<InvalidSettingException>(() => IdentityIds.Region(id)).Setting);

    private static async Task<(string Pool, IReadOnlyList<string> Ids)> WithIdentitiesAsync(TestAccount account, int count)
    {
        var pool = await account.Connection.Cognito("eu-central-1").CreateIdentityPoolAsync(new CreateIdentityPoolRequest
        {
            IdentityPoolName = "shop",
            AllowUnauthenticatedIdentities = true,
        });
        return (pool.IdentityPoolId, count == 0 ? [] : [.. account.Sandbox.AddIdentities(pool.IdentityPoolId, count)]);
    }

    private static async Task<List<string>> ListAsync(TestAccount account, string pool)
    {
        var ids = new List<string>();
        await foreach (var page in new IdentityLister(account.Connection).ListAsync(pool))
            ids.AddRange(page.Select(identity => identity.IdentityId));
        return ids;
    }
}
