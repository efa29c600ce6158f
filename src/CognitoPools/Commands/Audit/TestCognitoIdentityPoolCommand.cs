using System.Management.Automation;
using CognitoPools.Audit;
using CognitoPools.Audit.Model;
using CognitoPools.Binding;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands.Audit;

/// <summary>Audits identity pools: their settings, providers, rules and roles, what guests and users can do, and who else can assume
/// the roles.</summary>
/// <remarks>
/// <para>Each finding names the check, the severity, what it is about, the very setting or statement, why it matters, and the commands
/// that repair it. The severity depends on the exposure: an authenticated role whose trust policy lacks amr is critical where guests
/// can use the basic flow, and less where they cannot. Permissions are evaluated as IAM does, with denies, the permissions boundary
/// and the service's ceiling for guests, and not searched for words. One cause gives one finding.</para>
/// <para>A pool that has no fault gives nothing. What could not be read gives a finding NotChecked with the missing permission. The
/// checks, with the cases in which each is silent, are described in about_CognitoPools_Audit and in docs/audit-checks.md.</para>
/// <para>-Account looks at all roles of the account as well, also at those that no pool uses. The module does not call Amazon Cognito
/// user pools. What it cannot know of an app client is said in the finding.</para>
/// <para>-AsPlan writes a plan for each finding that one edit repairs. Invoke-PoolPlan shows it, asks and runs it; its warnings say who
/// loses access. A repair of a trust policy never widens it. Findings of the same role are repaired one after the other, so audit again
/// when Invoke-PoolPlan says that a plan is outdated.</para>
/// </remarks>
/// <example>
/// <title>All pools of a Region</title>
/// <code>Test-CognitoIdentityPool</code>
/// Writes what is wrong with each pool, the gravest first.
/// </example>
/// <example>
/// <title>What to do about a pool</title>
/// <code>Test-CognitoIdentityPool shop | Format-List Id, Severity, Target, Evidence, Why, Remedy</code>
/// Shows each finding with its evidence and the commands that repair it.
/// </example>
/// <example>
/// <title>A review of repairs</title>
/// <code>Test-CognitoIdentityPool shop -Id GuestBasicFlow, BasicFlowEnabled -AsPlan | Invoke-PoolPlan -WhatIf</code>
/// Shows the plan that turns the basic flow off, and warns of whom it affects. Without -WhatIf, Invoke-PoolPlan asks and runs it.
/// </example>
/// <example>
/// <title>The whole account</title>
/// <code>Test-CognitoIdentityPool -AllRegions -Account -Severity Medium | Group-Object Id -NoElement | Sort-Object Count -Descending</code>
/// Counts the findings of all Regions and of all roles that trust identity pools.
/// </example>
/// <example>
/// <title>A condition in a script</title>
/// <code>Test-CognitoIdentityPool shop -Severity High -Quiet</code>
/// Answers false when something grave is found, or when something could not be checked.
/// </example>
/// <example>
/// <title>Accepted findings</title>
/// <code>'{ "suppressions": [ { "id": "GuestEnabled", "identityPool": "shop", "reason": "Public catalogue" } ] }' | Set-Content ./suppressions.json
/// Test-CognitoIdentityPool -SuppressionPath ./suppressions.json</code>
/// Leaves out what the file accepts. Suppressions that have expired, or that accept nothing, are reported.
/// </example>
/// <returns>With -Quiet: true when nothing is found and everything could be checked, otherwise false.</returns>
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

    /// <summary>Also writes the checks that found nothing, and the findings that -SuppressionPath accepts.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Answers true when nothing is found and everything could be checked, and false otherwise, also when no pool was
    /// audited.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Writes a plan for each finding that one edit repairs, in place of the findings. Run it with Invoke-PoolPlan.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    private protected override bool WithPassed => All;

    private protected override void CheckParameters()
    {
        Combination.NotWith(nameof(Quiet), Quiet, (nameof(All), All), (nameof(AsPlan), AsPlan));
        Combination.NotWith(nameof(AsPlan), AsPlan, (nameof(All), All));
        base.CheckParameters();
    }

    private protected override void Take(AuditedPool? pool, IReadOnlyList<AuditedFinding> findings)
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
        WriteWarning(FormattableString.Invariant(
            $"{withoutPlan.Count} findings have no plan ({ids}). Their Remedy says what to do."));
    }
}
