using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PolicySessionAttachedCheckTests
{
    private readonly PolicySessionAttachedCheck check = new();

    private const string Arn = "arn:aws:iam::aws:policy/AmazonCognitoUnAuthedIdentitiesSessionPolicy";

    [Fact]
    public void Hit_attached_and_nothing_else_is_said_of_it()
    {
        var pool = PolicyCase.Guests(false, Arn + "=" + AuditCase.Allow("[\"s3:*\", \"rekognition:*\"]"));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal($"Set-PoolRole '{AuditCase.PoolId}' Guest -DetachPolicy '{Arn}'", result.Remedy);
        Assert.Equal(["PolicySessionAttached"], pool.Audit().Select(finding => finding.Id).Where(id => id.StartsWith("Policy", StringComparison.Ordinal)));
        Assert.Empty(check.Run(PolicyCase.After(pool, result)));
    }

    [Fact]
    public void Miss_no_managed_policy() => Assert.Empty(check.Run(PolicyCase.Guests(false, AuditCase.Allow("\"rekognition:*\""))));

    [Fact]
    public void Near_miss_another_managed_policy() => Assert.Empty(check.Run(
        PolicyCase.Guests(false, "arn:aws:iam::aws:policy/AmazonPollyReadOnlyAccess=" + AuditCase.Allow("\"polly:Describe*\""))));
}
