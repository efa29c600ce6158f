using CognitoPools.Audit.Checks.Pools;
using CognitoPools.Audit.Model;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class RoleResolutionFallbackCheckTests
{
    private readonly RoleResolutionFallbackCheck check = new();

    private static readonly PoolIdentityProvider Falling =
        PoolCases.Ruled("cognito:groups Equals admins") with { RoleResolution = RoleResolution.AuthenticatedRole };

    private static readonly string Narrow = AuditCase.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::shop/public/*\"");

    private static readonly string Two =
        AuditCase.Allow("[\"s3:GetObject\", \"s3:PutObject\"]", "\"arn:aws:s3:::shop/public/*\"");

    [Fact]
    public void Hit_low_where_the_default_role_is_the_weakest()
    {
        var pool = Pool([], [Narrow]);

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Low, result.Severity);
        Assert.Equal(
            $"Set-PoolIdentityProvider '{AuditCase.PoolId}' '{AuditCase.UserPool}:{AuditCase.ClientId}' -RoleResolution Deny", result.Remedy);
        Assert.NotEmpty(result.Repair!.Change.Warnings);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Hit_medium_where_the_default_role_may_do_more()
    {
        var result = Assert.Single(check.Run(Pool([Two], [Narrow])));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Contains("allows more than role admins.", result.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_medium_where_one_permission_of_the_default_role_is_for_everything() =>
        Assert.Equal(PoolFindingSeverity.Medium, Assert.Single(check.Run(Pool([AuditCase.Allow("\"*\"")], [Two]))).Severity);

    [Fact]
    public void Hit_low_where_the_roles_could_not_be_compared()
    {
        var pool = Pool([Two], [Narrow]);

        var result = Assert.Single(check.Run(pool with { Roles = [.. pool.Roles.Select(role => role with { Statements = null })] }));

        Assert.Equal(PoolFindingSeverity.Low, result.Severity);
    }

    [Fact]
    public void Miss_no_rules() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy, AuditCase.Users())));

    [Fact]
    public void Near_miss_others_are_denied() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled("cognito:groups Equals admins"))));

    [Fact]
    public void Near_miss_there_is_no_default_role() =>
        Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy with { Providers = [Falling] })));

    private static AuditedPool Pool(string[] users, string[] admins) => AuditCase.With(
        AuditCase.Tidy with { Providers = [Falling] }, AuditCase.Users(null, users),
        AuditCase.Role("admins", [new RoleUse(RoleUseKind.Rule, Falling, 1)], null, admins));
}
