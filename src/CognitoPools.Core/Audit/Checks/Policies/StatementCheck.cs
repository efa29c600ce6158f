using CognitoPools.Audit.Model;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>A check of what the statements of the roles allow in effect. It creates one finding for each statement.</summary>
internal abstract class StatementCheck : PoolCheck
{
    /// <summary>The checks that report a part of a statement before this one. They name this one as hidden.</summary>
    internal virtual IReadOnlyList<StatementCheck> HiddenBy => [];

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var role in pool.Roles.Where(role => role.Statements is not null))
        {
            var reported = new HashSet<GrantedPart>(HiddenBy.SelectMany(check => check.Parts(pool, role)));
            // PolicySessionAttached reports the statements of a session policy.
            var statements = Parts(pool, role)
                .Where(part => !reported.Contains(part) && !SessionPolicies.Contain(part.Statement))
                .Distinct()
                .GroupBy(part => part.Statement);
            foreach (var parts in statements)
                yield return Result(pool, role, [.. parts]);
        }
    }

    /// <summary>The parts of the role's statements to report.</summary>
    internal abstract IEnumerable<GrantedPart> Parts(AuditedPool pool, AuditedRole role);

    /// <summary>The severity of these parts.</summary>
    protected abstract PoolFindingSeverity SeverityOf(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts);

    private CheckResult Result(AuditedPool pool, AuditedRole role, IReadOnlyList<GrantedPart> parts)
    {
        var statement = parts[0].Statement;
        var repair = PolicyRepair.Of(pool, role, parts);
        return new CheckResult(
            SeverityOf(pool, role, parts),
            FormattableString.Invariant($"Role {role.Name}, {statement.Policy}, statement {statement.Number}"),
            PolicyJson.Write(statement.Element, indented: false),
            PolicyRepair.Remedy(pool, role, Info.Id, repair))
        {
            Cause = FormattableString.Invariant($"{role.Arn}#{statement.Policy}#{statement.Number}: ")
                + string.Join(" ", parts.Select(part => $"{part.Action} {part.Resource}").OrderBy(part => part, StringComparer.Ordinal)),
            Repair = repair,
        };
    }
}
