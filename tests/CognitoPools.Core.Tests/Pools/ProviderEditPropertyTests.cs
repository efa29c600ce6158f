using Amazon.IdentityManagement.Model;
using CognitoPools.Pools.Plans;
using CognitoPools.Providers;
using CognitoPools.Roles;
using CognitoPools.Sandbox;
using CsCheck;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>Random edits of one provider of random pools, with the roles of its rules, against the sandbox.</summary>
public class ProviderEditPropertyTests
{
    private static readonly Gen<PoolRoleRule> Rule = Gen.Select(
        Gen.OneOf("custom:team", "sub"), Gen.Enum<RuleOperator>(),
        Gen.OneOf("web", "ops", "x y"), Gen.OneOf("one", "two", "three"))
        .Select((claim, operation, value, role) => new PoolRoleRule
        {
            Claim = claim,
            Operator = operation,
            Value = value,
            Role = role,
        });

    private static readonly Gen<ProviderEdit> Edit = Gen.OneOf(
        Rule.Array[1, 3].Select(rules => new ProviderEdit { Rules = new RuleEdit { Add = rules } }),
        Gen.Select(Rule.Array[1, 2], Gen.Int[1, 3]).Select((rules, at) => new ProviderEdit
        {
            Rules = new RuleEdit { Add = rules, At = at },
        }),
        Gen.Select(Rule.Array[1, 4], Gen.Enum<RoleResolution>()).Select((rules, resolution) => new ProviderEdit
        {
            Rules = new RuleEdit { Replace = rules },
            RoleResolution = resolution,
        }),
        Gen.Int[1, 3].Select(number => new ProviderEdit { Rules = new RuleEdit { RemoveNumbers = [number] } }),
        Gen.Const(new ProviderEdit { RoleSetting = RoleSetting.Default }),
        Gen.Const(new ProviderEdit { RoleSetting = RoleSetting.Token, RoleResolution = RoleResolution.AuthenticatedRole }),
        Gen.Bool.Select(check => new ProviderEdit { ServerSideTokenCheck = check }),
        Gen.OneOf(
            Gen.Const(AttributeMapping.Inactive), Gen.Const(AttributeMapping.Default),
            Gen.Const(AttributeMapping.Custom(new Dictionary<string, string> { ["t"] = "sub" })))
            .Select(mapping => new ProviderEdit
            {
                AttributeMapping = mapping,
            }));

    private static readonly Gen<(IdentityPool Pool, int Which, ProviderEdit Edit)> Case =
        Gen.Select(PoolSamples.Pool.Where(pool => pool.Providers.Count > 0), Gen.Int[0, 9], Edit)
            .Select((pool, which, edit) => (pool, which, edit));

    [Fact]
    public async Task An_edit_reaches_its_provider_alone_its_roles_accept_the_pool_and_a_second_edit_is_empty() => await Case.SampleAsync(
        async sample =>
        {
            using var account = await PoolSamples.PreparedAsync();
            var current = await PoolSamples.MakeAsync(account, sample.Pool);
            if (await PlanAsync(account, current, sample.Which, sample.Edit) is not { } change)
                return;

            await PoolSamples.RunAsync(account, PoolPlanner.Plan(change), current.IdentityPoolId);

            var reached = await PoolSamples.ReadAsync(account, current.IdentityPoolId);
            PoolSamples.AssertSame(change.Desired, reached);
            var edited = current.Providers[sample.Which % current.Providers.Count];
            var others = reached.Providers.Where(provider => provider.Key != edited.Key).ToList();
            Assert.All(
                others,
                provider => Assert.True(current.Providers.Single(known => known.Key == provider.Key).SameRoleMapping(provider)));
            Assert.Equal(current.AuthenticatedRole, reached.AuthenticatedRole);
            Assert.Equal(current.GuestRole, reached.GuestRole);
            Assert.True(current.Tags.SequenceEqual(reached.Tags));
            await AssertNewRolesAcceptAsync(account, current, reached);

            var again = await PlanAsync(
                account, reached, reached.Providers.ToList().FindIndex(provider => provider.Key == edited.Key),
                sample.Edit with { Rules = sample.Edit.Rules with { RemoveNumbers = [] } });
            Assert.True(again is null || PoolPlanner.Plan(again).IsEmpty);
            Assert.Empty(account.Warnings);
        }, iter: 150, threads: 2);

    [Fact]
    public async Task A_refusal_at_any_step_leaves_everything_as_it_was_and_a_lost_answer_loses_nothing() => await Gen.Select(
        Case, Gen.Int[0, 9], Gen.Bool)
        .SampleAsync(async (sample, at, applied) =>
        {
            using var account = await PoolSamples.PreparedAsync();
            var current = await PoolSamples.MakeAsync(account, sample.Pool);
            if (await PlanAsync(account, current, sample.Which, sample.Edit) is not { } change)
                return;
            var plan = PoolPlanner.Plan(change);
            if (plan.IsEmpty)
                return;
            var trust = await TrustAsync(account);
            var step = plan.Steps[at % plan.Steps.Count];
            account.Sandbox.Settings.AddFault(new SandboxFault
            {
                Operation = step.Operation.Split(':')[1],
                AtCall = plan.Steps.Take((at % plan.Steps.Count) + 1).Count(each => each.Operation == step.Operation),
                Kind = applied ? SandboxFaultKind.InternalError : SandboxFaultKind.Error,
                ErrorCode = applied ? null : "InvalidParameterException",
                AfterApply = applied,
            });

            if (applied)
            {
                // Only the answer is lost; reading tells that the step is done.
                await PoolSamples.RunAsync(account, plan, current.IdentityPoolId);
                PoolSamples.AssertSame(change.Desired, await PoolSamples.ReadAsync(account, current.IdentityPoolId));
                return;
            }
            var failure = await Assert.ThrowsAsync<PlanFailedException>(
                () => PoolSamples.RunAsync(account, plan, current.IdentityPoolId));

            Assert.Empty(failure.Leftovers);
            account.Sandbox.Settings.ClearFaults();
            PoolSamples.AssertSame(current, await PoolSamples.ReadAsync(account, current.IdentityPoolId));
            Assert.Equal(trust, await TrustAsync(account));
        }, iter: 150, threads: 2);

    /// <summary>Null when the edit does not fit the provider.</summary>
    private static async Task<PoolChange?> PlanAsync(TestAccount account, IdentityPool current, int which, ProviderEdit edit)
    {
        var provider = current.Providers[which % current.Providers.Count];
        try
        {
            var changed = edit.Apply(provider);
            var providers = current.Providers.Select(known => known.Key == provider.Key ? changed : known);
            var trust = new RoleTrustPlanner(account.Connection, current, repair: true);
            var change = await new ProviderPlanner(trust).PlanAsync(
                new PoolChange(current, current with { Providers = SharedMappings.With(providers, changed) }),
                CancellationToken.None);
            change = change with { TrustEdits = trust.Edits };
            PoolPlanner.Plan(change);
            return change;
        }
        catch (InvalidSettingException)
        {
            return null;
        }
    }

    private static async Task AssertNewRolesAcceptAsync(TestAccount account, IdentityPool before, IdentityPool after)
    {
        var known = before.Providers.SelectMany(provider => provider.Rules)
            .Select(rule => rule.Role)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var role in PoolRoleReader.RolesOf(after).Where(role => role.IdentityType == PoolIdentityType.Authenticated
            && role.RoleArn != after.AuthenticatedRole
            && !known.Contains(role.RoleArn)))
        {
            Assert.True(
                (await new PoolRoleReader(account.Connection).ReadAsync(
                    after, role, policies: false, CancellationToken.None)).Trusted);
        }
    }

    private static async Task<IEnumerable<string>> TrustAsync(TestAccount account) =>
        [.. (await account.Connection.Iam("eu-central-1").ListRolesAsync(new ListRolesRequest())).Roles.Select(
            role => TrustPolicy.Parse(role.AssumeRolePolicyDocument).ToJson())];
}
