using System.Management.Automation;
using CognitoPools.Audit;
using CognitoPools.Audit.Model;
using CognitoPools.Binding;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands.Audit;

/// <summary>Audits identity pools for security risks and configuration errors.</summary>
/// <remarks>
/// <para>Checks the settings, providers, rules and roles of identity pools, what guests and users can do, and who else can assume the
/// roles. Use this cmdlet before a release, after a change, or regularly in a pipeline.</para>
/// <para>Each finding contains the check, the severity, the target, the setting or statement that causes it, why it matters, and the
/// commands that repair it. A pool without faults returns nothing. The cmdlet returns one finding for each cause.</para>
/// <para>The severity depends on the exposure. For example, an authenticated role whose trust policy lacks amr is Critical if guests can
/// use the basic flow, and lower if they cannot. Permissions are evaluated as in IAM, including denies, the permissions boundary and the
/// limits of Cognito for guests.</para>
/// <para>If something cannot be read, the cmdlet returns a NotChecked finding with the missing permission. For all checks, and the cases
/// in which they report nothing, see about_CognitoPools_Audit and docs/audit-checks.md in the repository of the module.</para>
/// <para>-AsPlan returns a plan for each finding that one edit can repair. Invoke-PoolPlan shows the plan, asks for confirmation and runs
/// it. The warnings of a plan name the users who lose access. A repair never widens a trust policy. Repair several findings of one role
/// one after the other. If Invoke-PoolPlan reports that a plan is outdated, run the audit again.</para>
/// <para>This cmdlet cannot call Amazon Cognito user pools. Use -UserPool to supply facts about them. The finding states
/// what is not known about an app client. By default, the cmdlet does not check roles that no pool uses. Use -Account to include them.</para>
/// </remarks>
/// <example>
/// <title>Audit all pools of a Region</title>
/// <code>Test-CognitoIdentityPool</code>
/// Returns the findings of each pool, the most severe first.
/// </example>
/// <example>
/// <title>Show findings with their remedies</title>
/// <code>Test-CognitoIdentityPool shop | Format-List Id, Severity, Target, Evidence, Why, Remedy</code>
/// Shows each finding with its evidence and the commands that repair it.
/// </example>
/// <example>
/// <title>Preview a repair</title>
/// <code>Test-CognitoIdentityPool shop -Id GuestBasicFlow, BasicFlowEnabled -AsPlan | Invoke-PoolPlan -WhatIf</code>
/// Shows the plan that turns the basic flow off, with a warning about the applications that it affects. Without -WhatIf,
/// Invoke-PoolPlan asks for confirmation and runs the plan.
/// </example>
/// <example>
/// <title>Audit the whole account</title>
/// <code>Test-CognitoIdentityPool -AllRegions -Account -Severity Medium | Group-Object Id -NoElement | Sort-Object Count -Descending</code>
/// Counts the findings of all Regions and of all roles that trust identity pools.
/// </example>
/// <example>
/// <title>Use the result as a condition in a script</title>
/// <code>Test-CognitoIdentityPool shop -Severity High -Quiet</code>
/// Returns false if there is a High or Critical finding, or if a check could not run.
/// </example>
/// <example>
/// <title>Suppress accepted findings</title>
/// <code>'{ "suppressions": [ { "id": "GuestEnabled", "identityPool": "shop", "reason": "Public catalogue" } ] }' | Set-Content ./suppressions.json
/// Test-CognitoIdentityPool -SuppressionPath ./suppressions.json</code>
/// Omits the findings that the file accepts. The cmdlet warns about suppressions that match no finding. A finding whose suppression has
/// expired is returned again.
/// </example>
/// <returns>With -Quiet: true if there are no findings and all checks could run, otherwise false.</returns>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam:
/// GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, GetPolicy and GetPolicyVersion for each role,
/// ListOpenIDConnectProviders and ListSAMLProviders where a pool has such providers, and ListRoles with -Account.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/security.html">Amazon Cognito: security</seealso>
[Cmdlet(VerbsDiagnostic.Test, "CognitoIdentityPool")]
[OutputType(typeof(PoolFinding), typeof(bool), typeof(PoolPlan))]
public sealed class TestCognitoIdentityPoolCommand : AuditCommand
{
    private readonly List<string> withoutPlan = [];
    private bool found;

    /// <summary>Also returns checks that found nothing, and findings that -SuppressionPath accepts.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Returns true if there are no findings and all checks could run, and otherwise false. If no pool was audited, the cmdlet
    /// returns false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Returns plans instead of findings: one for each finding that one edit can repair. Run them with Invoke-PoolPlan.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    private protected override bool WithPassed => All;

    private protected override void CheckParameters()
    {
        Combination.NotWith(nameof(Quiet), Quiet, (nameof(All), All), (nameof(AsPlan), AsPlan));
        Combination.NotWith(nameof(AsPlan), AsPlan, (nameof(All), All));
        base.CheckParameters();
    }

    private protected override void AddFindings(AuditedPool? pool, IReadOnlyList<AuditedFinding> findings)
    {
        foreach (var one in findings)
        {
            var isOpen = one.Finding.Status is PoolFindingStatus.Found or PoolFindingStatus.NotChecked;
            found |= isOpen;
            if (Quiet || (!isOpen && !All))
                continue;
            if (!AsPlan)
                WriteObject(one.Finding);
            else if (one.Repair is { } repair)
                WriteObject(PoolPlanner.Plan(repair.Change));
            else
                withoutPlan.Add(one.Finding.Id);
        }
    }

    private protected override void End()
    {
        base.End();
        if (Quiet)
            WriteObject(!found && !HasFailed && Count > 0);
        if (withoutPlan.Count == 0)
            return;
        var ids = string.Join(", ", withoutPlan.Distinct(StringComparer.Ordinal));
        var counted = withoutPlan.Count == 1 ? "1 finding has" : FormattableString.Invariant($"{withoutPlan.Count} findings have");
        WriteWarning($"{counted} no plan ({ids}). Run the audit without -AsPlan and follow the Remedy property.");
    }
}
