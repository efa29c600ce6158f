using CognitoPools.Audit.Model;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The trust policy of a role of a pool, with the facts that the checks in this folder share.</summary>
internal sealed class JudgedTrust
{
    private JudgedTrust(AuditedPool pool, AuditedRole role, TrustPolicy policy)
    {
        Pool = pool;
        Role = role;
        Policy = policy;
        Admission = new TrustAdmission(policy, pool.Partition);
    }

    public AuditedPool Pool { get; }

    public AuditedRole Role { get; }

    public TrustPolicy Policy { get; }

    public TrustAdmission Admission { get; }

    public string PoolId => Pool.Pool.IdentityPoolId;

    /// <summary>Whether both guests and users get the role. <see cref="RoleSharedCheck"/> reports this.</summary>
    public bool IsShared => Role.IsOfGuests && Role.IsOfUsers;

    /// <summary>Who gets the role.</summary>
    public IReadOnlyList<PoolIdentityType> Users =>
    [
        .. Role.IsOfGuests ? [PoolIdentityType.Guest] : Array.Empty<PoolIdentityType>(),
        .. Role.IsOfUsers ? [PoolIdentityType.Authenticated] : Array.Empty<PoolIdentityType>(),
    ];

    /// <summary>The only type of user that gets the role; null if both guests and users do.</summary>
    public PoolIdentityType? OnlyUsers => IsShared ? null : Users[0];

    /// <summary>The roles whose trust policies could be read.</summary>
    public static IEnumerable<JudgedTrust> Of(AuditedPool pool) => pool.Roles
        .Where(role => role is { Reading: RoleReading.Read, Trust: not null })
        .Select(role => new JudgedTrust(pool, role, role.Trust!));

    public string TargetOf(TrustStatement? statement) => statement is null
        ? $"Role {Role.Name}"
        : FormattableString.Invariant($"Role {Role.Name}, statement {statement.Number}");

    public string EvidenceOf(TrustStatement? statement) => statement?.ToJson(indented: false) ?? Policy.ToJson(indented: false);

    public string CauseOf(TrustStatement statement) => FormattableString.Invariant($"{Role.Arn}#{statement.Number}");

    /// <summary>A finding about a statement. Its repair replaces the trust policy.</summary>
    /// <param name="check">The check.</param>
    /// <param name="severity">The severity.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="narrowed">The policy without the fault; null if the module cannot create one.</param>
    /// <param name="accessLost">A sentence about who can no longer assume the role after the repair.</param>
    /// <param name="otherwise">The remedy if the module cannot repair it.</param>
    public CheckResult Found(
        CheckInfo check, PoolFindingSeverity severity, TrustStatement statement, TrustPolicy? narrowed, string accessLost,
        string otherwise)
    {
        var repair = narrowed is null ? null : Replacement(narrowed, accessLost);
        var losing = repair is null ? [] : Losing(TrustPolicy.Parse(repair.Change.TrustReplacements[0].After));
        if (losing.Count > 0)
            repair = null;
        return new CheckResult(
            severity, TargetOf(statement), EvidenceOf(statement),
            losing.Count > 0 ? TrustRemedies.OwnRoles(losing, Role.Name, otherwise)
                : repair is null ? Remedies.Comment(otherwise) : TrustRemedies.Plan(Pool, check.Id))
        {
            Cause = CauseOf(statement),
            Repair = repair,
        };
    }

    /// <summary>The policy with an edited statement, or without it if the edit is null. Null if no Allow statement would be left.</summary>
    public TrustPolicy? With(TrustStatement statement, TrustStatementEdit? edit) => edit is not null
        ? Policy.WithStatement(statement.Number, edit.ToJson())
        : Policy.Statements.Any(other => other.Allows && other.Number != statement.Number)
            ? Policy.WithoutStatement(statement.Number)
            : null;

    /// <summary>Where other pools use the role for users who could no longer assume it with a new trust policy.</summary>
    public IReadOnlyList<PoolRoleUse> Losing(TrustPolicy after) =>
        [.. Role.UsedElsewhere.Where(use => IsOpenTo(Policy, use) && !IsOpenTo(after, use))];

    private bool IsOpenTo(TrustPolicy policy, PoolRoleUse use)
    {
        var admission = new TrustAdmission(policy, Pool.Partition);
        return policy.Statements.Any(statement => admission.Admits(statement, use.IdentityPoolId, use.IdentityType));
    }

    // IAM refuses a policy with a Cognito statement that lacks aud, so such statements must be bound, too.
    private PoolRepair Replacement(TrustPolicy narrowed, string accessLost)
    {
        List<string> warnings = [accessLost];
        // A statement that several pools depend on cannot require a type of user that only one of them has.
        PoolIdentityType? users = OnlyUsers is { } own && Role.UsedElsewhere.All(use => use.IdentityType == own) ? own : null;
        var pools = Role.UsedElsewhere.Select(use => use.IdentityPoolId).Prepend(PoolId).Distinct(StringComparer.Ordinal);
        var bound = TrustRepair.BindToPools(narrowed, [.. pools], users, Role.Name, [], warnings);
        var change = new PoolChange(Pool.Pool, Pool.Pool)
        {
            TrustReplacements = [new(Role.Name, Role.Arn, Role.Facts!.TrustDocument ?? Policy.ToJson(), bound.ToJson())],
            Warnings = warnings,
        };
        return new PoolRepair(change);
    }
}
