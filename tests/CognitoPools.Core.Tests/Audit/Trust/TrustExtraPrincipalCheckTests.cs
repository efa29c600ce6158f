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
            "{ \"Federated\": [\"cognito-identity.amazonaws.com\", \"accounts.google.com\"], \"Service\": \"lambda.amazonaws.com\" }", StringComparison.Ordinal))));

        Assert.Empty(TrustOf.Repaired(pool, Assert.Single(check.Run(pool))).Audit());
    }

    [Fact]
    public void Miss_cognito_alone() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Fact]
    public void Near_miss_a_deny() => Assert.Empty(check.Run(With(Tidy, Users(AuditCase.Trust(Principal("\"*\"", effect: "Deny"), Statement())))));

    [Fact]
    public void Near_miss_the_principal_of_cognito_in_another_partition() => Assert.Empty(check.Run(With(
        Tidy, Users(AuditCase.Trust(Principal("{ \"Federated\": \"cognito-identity-us-gov.amazonaws.com\" }"), Statement())))));
}
