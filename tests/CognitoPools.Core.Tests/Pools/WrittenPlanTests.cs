using CognitoPools.Account;
using CognitoPools.Documents;
using CognitoPools.Documents.Plans;
using CognitoPools.Pools.Plans;
using CognitoPools.Pools.Plans.Reviewed;
using CognitoPools.Providers;
using CognitoPools.Roles;
using CsCheck;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>Plans through JSON and back, and on pools that have changed since.</summary>
public class WrittenPlanTests
{
    private const string Id = "eu-central-1:12345678-1234-1234-1234-123456789012";
    private const string Arn = "arn:aws:cognito-identity:eu-central-1:123456789012:identitypool/" + Id;
    private const string RoleArn = "arn:aws:iam::123456789012:role/one";

    private static readonly string Trust =
        TrustPolicy.ForPool(AwsPartition.FromRegion("eu-central-1"), [Id], PoolIdentityType.Guest, false).ToJson();

    private static readonly Gen<string> Texts = Gen.String[Gen.Char["abc \"\\{}\r\n\t<>`'é"], 0, 12];

    private static readonly Gen<ReadableTable> Tables = Gen.Select(PoolSamples.Pick("a", "b c"), Texts).Array[0, 2]
        .Select(tags => ReadableTable.Empty.SetItems(tags.Select(tag => KeyValuePair.Create(tag.Item1, tag.Item2))));

    private static readonly Gen<string?> Names = PoolSamples.Pick<string?>(null, "arn:aws:iam::aws:policy/A", "arn:aws:iam::aws:policy/B");

    private static readonly Gen<RolePolicyWrite> Writes = Gen.Select(PoolSamples.Pick("p", "q"), Texts, Texts, Gen.Bool)
        .Select((name, before, document, isNew) => new RolePolicyWrite(name, isNew ? null : before, document));

    private static readonly Gen<RoleEdit> Edits = Gen.Select(
        Writes.Array[0, 2], Names, Names, Gen.Select(Texts, Gen.Int[3_600, 7_200]), Gen.Select(Tables, Tables), Gen.Bool)
        .Select((writes, before, after, details, tags, all) => new RoleEdit("one", RoleArn)
        {
            Writes = writes,
            Attach = before is null ? [] : [before],
            Detach = after is null ? [] : [after],
            Boundary = all ? new RoleBoundaryChange(before, after) : null,
            Details = all ? new RoleDetailsChange(new(null, 3_600), new(details.Item1, details.Item2)) : null,
            Tags = all ? new RoleTagsChange(tags.Item1, tags.Item2, ["x"]) : null,
        });

    private static readonly Gen<NewRole> NewRoles = Gen.Select(Gen.Enum<PoolIdentityType>(), Texts, Tables, Names, Writes.Array[0, 2], Gen.Bool)
        .Select((type, description, tags, boundary, policies, all) => new NewRole(type, "new {IdentityPoolUuidStart}", Trust)
        {
            Key = "k",
            Description = description,
            Tags = tags,
            PermissionsBoundary = boundary,
            Policies = policies,
            RolePath = all ? "/a/" : null,
            MaxSessionDuration = all ? 7_200 : null,
        });

    private static readonly Gen<PoolChange> Changes = Gen.Select(
        PoolSamples.Pool, PoolSamples.Pool, Gen.Bool, Edits.Array[0, 2], NewRoles.Array[0, 1], Texts.Array[0, 2])
        .Select((before, after, isNew, edits, roles, warnings) =>
        {
            var current = isNew ? null : Pool(before);
            var desired = current is null ? after : Pool(after) with
            {
                BasicFlow = after.BasicFlow == BasicFlowState.Unset ? current.BasicFlow : after.BasicFlow,
            };
            return new PoolChange(current, desired)
            {
                RoleEdits = edits,
                NewRoles = roles,
                TrustEdits = edits.Length == 0 ? [] : [new RoleTrustEdit(Facts, Id, "eu-central-1", [(PoolIdentityType.Authenticated, true)])],
                TrustReplacements = edits.Length < 2 ? [] : [new RoleTrustReplacement("two", RoleArn, Trust, "{\n}")],
                Warnings = warnings,
                Namesakes = isNew ? [Id] : [],
            };
        });

    private static PoolRoleFacts Facts => new(RoleArn, "one", "/", TrustPolicy.Parse(Trust))
    {
        TrustDocument = Trust,
        Tags = ReadableTable.Empty.SetItem("a", "b"),
        InlinePolicies = ["p"],
        AttachedPolicies = ["arn:aws:iam::aws:policy/A"],
        Description = "d",
    };

    [Fact]
    public void A_plan_is_the_same_after_JSON() => Changes.Sample(change =>
    {
        var plan = PoolPlanner.Plan(change);
        foreach (var text in new[] { plan.ToJson(), plan.Definition })
        {
            var read = Assert.Single(PlanReader.Read(text));
            Assert.Equal(plan.ToString(), read.ToString());
            Assert.Equal(plan.Warnings, read.Warnings);
            // All of the change, also what no step shows.
            Assert.Equal(plan.ToJson(), read.ToJson());
        }
        Assert.DoesNotContain('\r', plan.ToJson());
    }, iter: 300, threads: 2);

    [Fact]
    public void A_removal_is_the_same_after_JSON() => PoolSamples.Pool.Sample(pool =>
    {
        foreach (var plan in new[]
        {
            PoolPlanner.PlanRemoval(Pool(pool), [Facts]), PoolPlanner.PlanRoleRemoval(Id, [Facts]), PoolPlanner.PlanRoleRemoval(Facts, Id),
        })
        {
            var read = Assert.Single(PlanReader.Read(plan.ToJson()));
            Assert.Equal(plan.ToString(), read.ToString());
            Assert.Equal(plan.ToJson(), read.ToJson());
        }
    }, iter: 50, threads: 2);

    [Fact]
    public void No_text_of_a_plan_can_be_edited_without_notice()
    {
        var pool = Pool(new IdentityPool { Name = "shop", Region = "eu-central-1" });
        var json = PoolPlanner.Plan(new PoolChange(pool, pool with { GuestAccess = true })).ToJson();
        foreach (var (old, edited) in new[]
        {
            ("GuestAccess: False -> True", "GuestAccess: True -> False"), ("\"guestAccess\": true", "\"guestAccess\": false"),
            ("\"canBeUndone\": true", "\"canBeUndone\": false"), ("cognito-identity:UpdateIdentityPool", "cognito-identity:Other"),
            ("\"name\": \"shop\"", "\"nam\": \"shop\""),
        })
        {
            Assert.Contains(old, json, StringComparison.Ordinal);
            Assert.Throws<DocumentFormatException>(() => PlanReader.Read(json.Replace(old, edited, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_plan_survives_edits_of_something_else() =>
        await Gen.Select(PoolSamples.Pool, PoolSamples.Pool, Gen.Int[0, 3], Gen.Int[0, 3]).SampleAsync(async (pool, other, mine, theirs) =>
        {
            using var account = await PoolSamples.PreparedAsync();
            var current = await PoolSamples.MakeAsync(account, pool);
            var read = Assert.Single(PlanReader.Read(PoolPlanner.Plan(new PoolChange(current, Edited(current, mine, "mine"))).ToJson()));
            await PoolSamples.RunAsync(
                account, PoolPlanner.Plan(new PoolChange(current, Edited(current, theirs, "theirs"))), current.IdentityPoolId);

            var renewal = new ReviewedPlan(account.Connection, read);
            if (Edited(current, theirs, "theirs").Equals(current))
                return;
            if (mine == theirs)
            {
                var problem = await Record.ExceptionAsync(() => renewal.RenewAsync(CancellationToken.None));
                if (problem is not null)
                    Assert.NotEmpty(Assert.IsType<PlanOutdatedException>(problem).Changes);
                else
                    Assert.True((await renewal.RenewAsync(CancellationToken.None)).IsEmpty);
                return;
            }
            var renewed = await renewal.RenewAsync(CancellationToken.None);
            await PoolSamples.RunAsync(account, renewed, current.IdentityPoolId);
            PoolSamples.AssertSame(
                Edited(Edited(current, theirs, "theirs"), mine, "mine"), await PoolSamples.ReadAsync(account, current.IdentityPoolId));
            Assert.True((await new ReviewedPlan(account.Connection, read).RenewAsync(CancellationToken.None)).IsEmpty);
        }, iter: 60, threads: 2);

    [Fact]
    public void Only_a_secret_that_changes_is_missing_after_JSON()
    {
        var twitter = ProviderBuilder.Public(ProviderType.Twitter, "key;PLaNt3d1");
        var pool = Pool(new IdentityPool { Name = "shop", Region = "eu-central-1", Providers = [twitter] });

        var renamed = Written(new PoolChange(pool, pool with { Name = "web" }));
        var changed = Written(new PoolChange(pool, pool with { Providers = [twitter with { ClientId = "key;PLaNt3d2" }] }));

        Assert.Empty(PlanSecrets.MissingIn(renamed));
        Assert.Equal(["api.twitter.com"], PlanSecrets.MissingIn(changed));
        var secrets = new Dictionary<string, string> { ["api.twitter.com"] = "PLaNt3d2" };
        Assert.Equal("key;PLaNt3d2", PlanSecrets.WithSecrets(changed, secrets).Desired.Providers[0].ClientId);
        Assert.Equal("key;PLaNt3d1", PlanSecrets.Filled(renamed.Desired, pool).Providers[0].ClientId);
    }

    private static PoolChange Written(PoolChange change)
    {
        var json = PoolPlanner.Plan(change).ToJson();
        Assert.DoesNotContain("PLaNt3d", json, StringComparison.Ordinal);
        return ((PlannedChange)PlanReader.Read(json)[0].Source).Change;
    }

    private static IdentityPool Edited(IdentityPool pool, int which, string mark) => which switch
    {
        0 => pool with { GuestAccess = !pool.GuestAccess },
        1 => pool with { Name = mark },
        2 => pool with { GuestRole = $"arn:aws:iam::123456789012:role/{(mark == "mine" ? "three" : "two")}" },
        _ => pool with { Tags = pool.Tags.SetItem("new", mark) },
    };

    private static IdentityPool Pool(IdentityPool pool) => pool with { IdentityPoolId = Id, Arn = Arn };
}
