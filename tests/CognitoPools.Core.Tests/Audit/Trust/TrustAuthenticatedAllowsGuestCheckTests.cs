using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustAuthenticatedAllowsGuestCheckTests
{
    private readonly TrustAuthenticatedAllowsGuestCheck check = new();

    private static IdentityPool Live => Tidy with { GuestAccess = true, BasicFlow = BasicFlowState.Active };

    [Theory]
    [InlineData("*")]
    [InlineData("*authenticated")]
    [InlineData("authenticated\", \"unauthenticated")]
    public void Hit_a_pattern_or_a_list_also_fits_guests(string amr)
    {
        var condition = $$"""
            { "StringEquals": { "cognito-identity.amazonaws.com:aud": "{{PoolId}}" },
              "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": ["{{amr}}"] } }
            """;
        var pool = With(Live, Users(AuditCase.Trust(Statement(condition: condition))));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Critical, result.Severity);
        Assert.Empty(check.Run(TrustOf.Repaired(pool, result)));
    }

    [Fact]
    public void Hit_a_second_statement_for_guests_goes()
    {
        var pool = With(Live, Users(AuditCase.Trust(Statement(), Statement("unauthenticated"))));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal("Role users, statement 2", result.Target);
        Assert.Single(TrustOf.Repaired(pool, result).Roles[0].Trust!.Statements);
    }

    [Fact]
    public void Miss_amr_says_authenticated() => Assert.Empty(check.Run(With(Live, Users())));

    [Fact]
    public void Near_miss_the_role_of_guests_accepts_guests() => Assert.Empty(check.Run(With(Live, Users(), Guests())));

    [Fact]
    public void Near_miss_the_role_is_shared() =>
        Assert.Empty(check.Run(With(Live, TrustOf.Shared(AuditCase.Trust(Statement(), Statement("unauthenticated"))))));
}
