using CognitoPools.Audit.Model;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The trust policy of a role of a pool, as the checks of this folder look at it.</summary>
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

    /// <summary>Whether guests and users both get the role; <see cref="RoleSharedCheck"/> says what that means.</summary>
    public bool IsShared => Role.IsOfGuests && Role.IsOfUsers;

    /// <summary>Who gets the role.</summary>
    public IReadOnlyList<PoolIdentityType> Users =>
    [
        .. Role.IsOfGuests ? [PoolIdentityType.Guest] : Array.Empty<PoolIdentityType>(),
        .. Role.IsOfUsers ? [PoolIdentityType.Authenticated] : Array.Empty<PoolIdentityType>(),
    ];

    /// <summary>The one kind of users who get the role; null when guests and users do.</summary>
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

    /// <summary>A finding of a statement whose repair replaces the trust policy.</summary>
    /// <param name="check">The check.</param>
    /// <param name="severity">How grave it is.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="narrowed">The policy without the fault; null when the module cannot make it.</param>
    /// <param name="cutsOff">Who loses the role by the repair, as a sentence.</param>
    /// <param name="otherwise">What to do when the module cannot repair it.</param>
    public CheckResult Found(
        CheckInfo check, PoolFindingSeverity severity, TrustStatement statement, TrustPolicy? narrowed, string cutsOff,
        string otherwise)
    {
        var repair = narrowed is null ? null : Replacement(narrowed, cutsOff);
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

    /// <summary>The policy with an edited statement; without it when the edit is null. Null when nothing would be left.</summary>
    public TrustPolicy? With(TrustStatement statement, TrustStatementEdit? edit) => edit is not null
        ? Policy.WithStatement(statement.Number, edit.ToJson())
        : Policy.Statements.Any(other => other.Allows && other.Number != statement.Number)
            ? Policy.WithoutStatement(statement.Number)
            : null;

    /// <summary>Where other pools give the role to users who lose it by a new trust policy.</summary>
    public IReadOnlyList<PoolRoleUse> Losing(TrustPolicy after) =>
        [.. Role.UsedElsewhere.Where(use => IsOpenTo(Policy, use) && !IsOpenTo(after, use))];

    private bool IsOpenTo(TrustPolicy policy, PoolRoleUse use)
    {
        var admission = new TrustAdmission(policy, Pool.Partition);
        return policy.Statements.Any(statement => admission.Admits(statement, use.IdentityPoolId, use.IdentityType));
    }

    // IAM takes no change of a policy with a statement for Cognito that lacks aud, so such statements are bound too.
    private PoolRepair Replacement(TrustPolicy narrowed, string cutsOff)
    {
        List<string> warnings = [cutsOff];
        // A statement that several pools live on cannot demand the users of one of them.
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
