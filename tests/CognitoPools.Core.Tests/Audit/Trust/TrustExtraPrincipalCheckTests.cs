using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustExtraPrincipalCheckTests
{
    private readonly TrustExtraPrincipalCheck check = new();

    private static string Principal(string principal, string condition = "", string effect = "Allow") =>
        $$"""{ "Effect": "{{effect}}", "Principal": {{principal}}, "Action": "sts:AssumeRole" {{condition}} }""";

    [Theory]
    [InlineData("\"*\"", PoolFindingSeverity.Critical)]
    [InlineData("{ \"AWS\": \"*\" }", PoolFindingSeverity.Critical)]
    [InlineData("{ \"AWS\": \"arn:aws:iam::999988887777:root\" }", PoolFindingSeverity.High)]
    [InlineData("{ \"AWS\": \"999988887777\" }", PoolFindingSeverity.High)]
    [InlineData("{ \"AWS\": \"arn:aws:iam::111122223333:role/admin\" }", PoolFindingSeverity.Low)]
    [InlineData("{ \"Service\": \"lambda.amazonaws.com\" }", PoolFindingSeverity.Low)]
    [InlineData("{ \"Federated\": \"accounts.google.com\" }", PoolFindingSeverity.Medium)]
    public void Hit_another_principal(string principal, PoolFindingSeverity severity)
    {
        var pool = With(Tidy, Users(AuditCase.Trust(Principal(principal), Statement())));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(severity, result.Severity);
        Assert.Contains("can no longer assume role users", result.Repair!.Change.Warnings[0], StringComparison.Ordinal);
        Assert.Empty(TrustOf.Repaired(pool, result).Audit());
    }

    [Fact]
    public void Hit_a_principal_beside_cognito_in_one_statement()
    {
        var pool = With(Tidy, Users(AuditCase.Trust(Statement().Replace(
            "{ \"Federated\": \"cognito-identity.amazonaws.com\" }",
            "{ \"Federated\": [\"cognito-identity.amazonaws.com\", \"accounts.google.com\"], \"Service\": \"lambda.amazonaws.com\" }",
            StringComparison.Ordinal))));

        Assert.Empty(TrustOf.Repaired(pool, Assert.Single(check.Run(pool))).Audit());
    }

    [Fact]
    public void Miss_cognito_alone() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Fact]
    public void Near_miss_a_deny() => Assert.Empty(check.Run(With(Tidy, Users(AuditCase.Trust(Principal("\"*\"", effect: "Deny"), Statement())))));

    [Fact]
    public void Near_miss_the_principal_of_cognito_in_another_partition() => Assert.Empty(check.Run(With(
        Tidy, Users(AuditCase.Trust(Principal("{ \"Federated\": \"cognito-identity-us-gov.amazonaws.com\" }"), Statement())))));

    [Theory]
    [InlineData("\"AWS\": \"999988887777\"")]
    [InlineData("\"Service\": \"lambda.amazonaws.com\"")]
    public void Near_miss_the_action_of_the_statement_is_not_that_of_the_principal(string other) => Assert.Empty(check.Run(With(
        Tidy, Users(AuditCase.Trust(BesideCognito(other, "\"sts:AssumeRoleWithWebIdentity\"", "StringLikeIfExists", "aud", "*"))))));

    [Theory]
    [InlineData("StringEquals", "aud", PoolId)]
    [InlineData("ForAnyValue:StringLike", "amr", "authenticated")]
    public void Near_miss_the_conditions_demand_what_only_a_token_of_cognito_has(string operation, string claim, string value) =>
        Assert.Empty(check.Run(With(
            Tidy, Users(AuditCase.Trust(BesideCognito("\"AWS\": \"999988887777\"", "\"sts:*\"", operation, claim, value))))));

    [Theory]
    [InlineData("{ \"AWS\": \"arn:aws:iam::999988887777:root\" }", "{ \"AWS\": \"arn:aws:iam::999988887777:root\" }")]
    [InlineData("{ \"AWS\": \"arn:aws:iam::999988887777:role/ci\" }", "{ \"AWS\": \"999988887777\" }")]
    [InlineData("{ \"Service\": \"lambda.amazonaws.com\" }", "{ \"AWS\": \"*\" }")]
    [InlineData("\"*\"", "\"*\"")]
    public void Near_miss_a_deny_closes_the_door(string allowed, string denied) => Assert.Empty(check.Run(With(
        Tidy, Users(AuditCase.Trust(Principal(allowed), Principal(denied, effect: "Deny"), Statement())))));

    [Theory]
    [InlineData("{ \"AWS\": \"111122223333\" }", "")]
    [InlineData("\"*\"", ", \"Condition\": { \"Bool\": { \"aws:MultiFactorAuthPresent\": \"false\" } }")]
    public void Hit_a_deny_leaves_the_door_open(string denied, string condition) => Assert.Equal(
        PoolFindingSeverity.High,
        Assert.Single(check.Run(With(Tidy, Users(AuditCase.Trust(
            Principal("{ \"AWS\": \"999988887777\" }"), Principal(denied, condition, "Deny"), Statement()))))).Severity);

    [Fact]
    public void Hit_a_condition_that_passes_a_request_without_the_claim() => Assert.Single(check.Run(With(
        Tidy,
        Users(AuditCase.Trust(BesideCognito("\"AWS\": \"999988887777\"", "\"sts:*\"", "StringEqualsIfExists", "aud", PoolId))))));

    [Fact]
    public void Hit_everybody_with_a_token() => Assert.Equal(
        PoolFindingSeverity.Critical,
        Assert.Single(check.Run(With(Tidy, Users(AuditCase.Trust(
            Principal("\"*\"").Replace("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", StringComparison.Ordinal),
            Statement()))))).Severity);

    private static string BesideCognito(string other, string action, string operation, string claim, string value) => $$"""
        { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com", {{other}} }, "Action": {{action}},
          "Condition": { "{{operation}}": { "cognito-identity.amazonaws.com:{{claim}}": "{{value}}" } } }
        """;
}
