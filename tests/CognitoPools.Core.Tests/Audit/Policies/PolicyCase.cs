using CognitoPools.Audit.Model;

namespace CognitoPools.Core.Tests.Audit.Policies;

/// <summary>Pools of which the permissions are of interest.</summary>
internal static class PolicyCase
{
    public const string Sub = "${cognito-identity.amazonaws.com:sub}";

    /// <summary>A pool with guests.</summary>
    public static AuditedPool Guests(bool live, params string[] policies) => AuditCase.With(
        AuditCase.Tidy with { GuestAccess = true, BasicFlow = live ? BasicFlowState.Active : BasicFlowState.Inactive },
        AuditCase.Guests(null, policies));

    /// <summary>A pool with authenticated users.</summary>
    public static AuditedPool Users(params string[] policies) => AuditCase.With(AuditCase.Tidy, AuditCase.Users(null, policies));

    /// <summary>A pool with a role that a rule gives.</summary>
    public static AuditedPool Rule(params string[] policies) => AuditCase.With(
        AuditCase.Tidy, AuditCase.Role("staff", [new RoleUse(RoleUseKind.Rule, AuditCase.UserPoolClient, 1)], null, policies));

    /// <summary>The pool after a repair of a role's policies.</summary>
    public static AuditedPool After(AuditedPool pool, CheckResult result)
    {
        var edit = Assert.Single(result.Repair!.Change.RoleEdits);
        var roles = pool.Roles.Select(role => role.Arn != edit.RoleArn ? role : AuditCase.Role(
            role.Name, role.Uses, role.Facts!.TrustDocument,
            [
                .. role.Policies!.Where(policy => policy.Arn is null || !edit.Detach.Contains(policy.Arn))
                    .Select(policy => (Policy: policy, Write: edit.Writes.FirstOrDefault(write => write.Name == policy.Name)))
                    .Where(one => one.Write is null || one.Write.Document is not null)
                    .Select(one => one.Write?.Document
                        ?? (one.Policy.Arn is null ? one.Policy.Document! : $"{one.Policy.Arn}={one.Policy.Document}")),
            ]));
        return pool with { Roles = [.. roles] };
    }
}
