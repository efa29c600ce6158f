using CognitoPools.Audit.Model;
using CognitoPools.Roles;

namespace CognitoPools.Core.Tests.Audit.Trust;

/// <summary>Trust policies for the checks, and what is left of one after a repair.</summary>
internal static class TrustOf
{
    /// <summary>A trust policy that names the pool, but not whose role it is.</summary>
    public static string WithoutAmr { get; } = AuditCase.Trust(AuditCase.Statement(
        condition: $$"""{ "StringEquals": { "cognito-identity.amazonaws.com:aud": "{{AuditCase.PoolId}}" } }"""));

    /// <summary>A trust policy for users that compares aud in another way.</summary>
    public static string Audience(string operation, string value) => AuditCase.Trust(AuditCase.Statement(condition: $$"""
        { "{{operation}}": { "cognito-identity.amazonaws.com:aud": ["{{value}}"] },
          "{{(operation == "ForAnyValue:StringLike" ? "ForAnyValue:StringEquals" : "ForAnyValue:StringLike")}}":
            { "cognito-identity.amazonaws.com:amr": "authenticated" } }
        """));

    /// <summary>A role that guests and users get.</summary>
    public static AuditedRole Shared(string? trust = null) => AuditCase.Role(
        "app", [new RoleUse(RoleUseKind.Guest), new RoleUse(RoleUseKind.Authenticated)],
        trust ?? AuditCase.Trust(AuditCase.Statement(), AuditCase.Statement("unauthenticated")));

    /// <summary>The pool with the trust policy that the repair of a finding writes.</summary>
    public static AuditedPool Repaired(AuditedPool pool, CheckResult result)
    {
        var replacement = Assert.Single(result.Repair!.Change.TrustReplacements);
        return pool with
        {
            Roles = [.. pool.Roles.Select(role => role.Arn != replacement.RoleArn ? role : role with
            {
                Facts = role.Facts! with { Trust = TrustPolicy.Parse(replacement.After), TrustDocument = replacement.After },
            })],
        };
    }

    /// <summary>The id of another pool of the account.</summary>
    public const string OtherPool = "eu-west-1:99999999-1111-2222-3333-444444444444";

    /// <summary>The role, which another pool uses too.</summary>
    public static AuditedRole AlsoOf(this AuditedRole role, PoolIdentityType users) => role with
    {
        UsedElsewhere =
        [
            new PoolRoleUse
            {
                IdentityPoolId = OtherPool,
                Name = "other",
                IdentityType = users,
                Use = users == PoolIdentityType.Guest ? nameof(IdentityPool.GuestRole) : nameof(IdentityPool.AuthenticatedRole),
                RoleArn = role.Arn,
            },
        ],
    };
}
