using CognitoPools.Audit.Checks.Pools;
using CognitoPools.Audit.Model;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Core.Tests.Audit.Pools;

/// <summary>What holds of all checks of pools, providers and rules.</summary>
public sealed class PoolChecksTests
{
    [Fact]
    public void Nothing_is_said_of_a_pool_as_the_module_makes_it() =>
        Assert.Equal([], Ids(AuditCase.With(AuditCase.Tidy, AuditCase.Users())));

    [Fact]
    public void Of_one_with_guests_only_guest_access_is_reported() =>
        Assert.Equal(["GuestEnabled"], Ids(AuditCase.With(AuditCase.Tidy with { GuestAccess = true }, AuditCase.Users(), AuditCase.Guests())));

    [Fact]
    public void Of_one_without_provider_only_that_is_reported() =>
        Assert.Equal(["PoolEmpty"], Ids(AuditCase.With(AuditCase.Tidy with { Providers = [] }, AuditCase.Users())));

    [Fact]
    public void Nothing_is_said_of_roles_and_mappings_that_could_not_be_read()
    {
        var pool = AuditCase.With(AuditCase.Tidy with
        {
            GuestAccess = true,
            BasicFlow = BasicFlowState.Unset,
            Unreadable = [UnreadablePart.Roles("denied"), UnreadablePart.AttributeMappings("denied")],
        });

        Assert.Equal(["GuestEnabled"], Ids(pool));
    }

    [Fact]
    public void A_rule_that_is_never_reached_is_one_finding() => Assert.Equal(
        ["RuleShadowed"],
        PoolCases.Of(PoolCases.Ruled("hd StartsWith a", "hd StartsWith ab", "hd NotEqual x to users")).Audit()
            .Select(finding => finding.Id).Where(id => id.StartsWith("Rule", StringComparison.Ordinal)));

    [Fact]
    public void Of_a_rule_that_can_never_fit_only_that_is_reported() => Assert.Equal(
        ["RuleClaimUnsupported"],
        PoolCases.Of(PoolCases.Facebook.Ruled("sub Equals 1", "email Contains x", "email NotEqual y")).Audit()
            .Select(finding => finding.Id).Where(id => id.StartsWith("Rule", StringComparison.Ordinal)).Distinct());

    [Fact]
    public void A_plan_can_be_made_of_every_repair()
    {
        var pool = AuditCase.With(
            AuditCase.Tidy with
            {
                GuestAccess = true,
                BasicFlow = BasicFlowState.Active,
                StaleRoleMappings = ["graph.facebook.com"],
                Providers =
                [
                    PoolCases.Ruled("email Contains @example.com", "hd Contains a", "hd Equals abc", "zone NotEqual x").Tagged(("a!", "sub")) with
                    {
                        ServerSideTokenCheck = false,
                        RoleResolution = RoleResolution.AuthenticatedRole,
                    },
                    PoolCases.Google,
                    PoolCases.OpenId("accounts.google.com"),
                    PoolCases.Twitter,
                ],
            },
            AuditCase.Users());
        var repairs = PoolChecks.All.SelectMany(check => check.Run(pool)).Where(result => result.Repair is not null).ToList();

        Assert.True(repairs.Count >= 10);
        Assert.All(repairs, result => Assert.NotEmpty(PoolPlanner.Plan(result.Repair!.Change).Steps));
    }

    private static IEnumerable<string> Ids(AuditedPool pool) =>
        PoolChecks.All.Where(check => check.Run(pool).Any()).Select(check => check.Info.Id);
}
