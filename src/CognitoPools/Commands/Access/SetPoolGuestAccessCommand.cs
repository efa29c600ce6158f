using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Turns an identity pool's guest access on or off. Nothing else of the pool changes.</summary>
/// <remarks>
/// <para>With guest access, anyone who knows the pool's id gets credentials of the guest role. When the pool has no
/// guest role, -Enable wants one: -CreateRole makes it, -Role takes an existing one whose trust policy accepts the
/// pool's guests.</para>
/// <para>-PermissionsPolicy is applied to the role that is used: a new one, one that an earlier run created, that of
/// -Role, or the one that the pool has. It replaces one inline policy, as Set-PoolRole -PermissionsPolicy does. A role of
/// an interrupted run that has no permissions yet gets them with -CreateRole.</para>
/// <para>A policy is JSON, the lines of a file, file:// and the path of a file as the AWS CLI takes it, a hashtable, or what
/// ConvertFrom-Json made. Write it in single quotes, '...' or @'...'@: in double quotes PowerShell replaces a policy
/// variable such as ${cognito-identity.amazonaws.com:sub} by nothing.</para>
/// <para>-Disable leaves the guest role set, so that turning guest access on again is one word. It does not end
/// sessions that guests have already.</para>
/// </remarks>
/// <example>
/// <title>Let guests in with a new role</title>
/// <code>Set-PoolGuestAccess blog -Enable -CreateRole</code>
/// Makes a role with the console's basic permissions, sets it and turns guest access on.
/// </example>
/// <example>
/// <title>Shut guests out everywhere</title>
/// <code>Get-CognitoIdentityPool | Where-Object GuestAccess | Set-PoolGuestAccess -Disable -WhatIf</code>
/// Shows which pools would change.
/// </example>
/// <example>
/// <title>Use a role that is there</title>
/// <code>Set-PoolGuestAccess shop -Enable -Role shop-guests -PassThru</code>
/// Checks the role's trust policy, sets the role, turns guest access on and writes the pool.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap,
/// UpdateIdentityPool, and SetIdentityPoolRoles where a role is set; iam: GetRole, and with -CreateRole, -RepairTrust or
/// -PermissionsPolicy ListRoles, CreateRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, PutRolePolicy and
/// UpdateAssumeRolePolicy. Setting a role needs iam:PassRole for it. A pool
/// given by its name costs ListIdentityPools too; an id does not.</para>
/// <para>When a step fails, the finished ones are undone, which needs the permissions of the opposite calls as well.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles
/// of identity pools</seealso>
[Cmdlet(VerbsCommon.Set, "PoolGuestAccess", SupportsShouldProcess = true)]
[OutputType(typeof(IdentityPool), typeof(PoolPlan))]
public sealed class SetPoolGuestAccessCommand : PoolEditCommand
{
    private string? policy;

    /// <summary>Turns guest access on.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter Enable { get; set; }

    /// <summary>Turns guest access off. The guest role stays set.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter Disable { get; set; }

    /// <summary>Specifies an existing role for guests, by name or ARN. Its trust policy must accept the pool's guests.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string? Role { get; set; }

    /// <summary>Repairs the trust policy of the role when it refuses the pool's guests. The other statements stay.
    /// Without -Role, the role is the one that the pool has.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter RepairTrust { get; set; }

    /// <summary>Creates a role for guests, unless an earlier run created it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter CreateRole { get; set; }

    /// <summary>The name of the new role. Without it: the pool's name and '_guestrole'.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? RoleName { get; set; }

    /// <summary>Specifies the permissions policy of the guest role, as JSON. It is also applied to the role of -Role and
    /// to the role that the pool has. By default, a new role gets the console's basic permissions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PolicyDocument]
    public string? PermissionsPolicy { get; set; }

    /// <summary>Specifies a file with the permissions policy, in place of -PermissionsPolicy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyFile { get; set; }

    private protected override PoolParts Needs => Disable ? PoolParts.Settings : PoolParts.SettingsAndRoles;

    private protected override void CheckParameters()
    {
        Combination.OneOf((nameof(Enable), Enable), (nameof(Disable), Disable));
        if (!Enable && !Disable)
            throw new InvalidSettingException(nameof(Enable), null, "no change was requested.", "Specify -Enable or -Disable.");
        Combination.OnlyWith(
            nameof(Enable),
            Enable,
            (nameof(Role), Role is not null),
            (nameof(RepairTrust), RepairTrust),
            (nameof(CreateRole), CreateRole),
            (nameof(RoleName), RoleName is not null),
            (nameof(PermissionsPolicy), PermissionsPolicy is not null),
            (nameof(PolicyFile), PolicyFile is not null));
        Combination.OneOf((nameof(Role), Role is not null), (nameof(CreateRole), CreateRole));
        Combination.NotWith(nameof(CreateRole), CreateRole, (nameof(RepairTrust), RepairTrust));
        Combination.OnlyWith(nameof(CreateRole), CreateRole, (nameof(RoleName), RoleName is not null));
        policy = RolePolicyArgument.Read(SessionState, PermissionsPolicy, PolicyFile);
        if (Disable)
            DestructionTarget.RequirePool(Pool);
    }

    private protected override PoolChange Change(AccountConnection connection, IdentityPool current)
    {
        if (Disable)
            return new PoolChange(current, current with { GuestAccess = false });
        var existing = Role ?? current.GuestRole;
        if (existing is null && !CreateRole)
            throw new PoolException(PoolErrorId.GuestRoleMissing, current);
        var trust = new RoleTrustPlanner(connection, current, RepairTrust);
        var planner = new RolePlanner(connection, trust);
        var wish = new RoleWish(PoolIdentityType.Guest, nameof(Role))
        {
            Existing = CreateRole ? null : existing,
            Name = RoleName,
            Permissions = new(policy, null, [], []),
        };
        var role = Run(token => Role is null && !CreateRole && !RepairTrust
            ? planner.KeepAsync(wish, existing!, current, complete: false, token)
            : planner.PlanAsync(wish, current, token));
        return new PoolChange(current, current with { GuestAccess = true, GuestRole = role.Arn })
        {
            NewRoles = role.New is null ? [] : [role.New],
            RoleEdits = role.Permissions is null ? [] : [role.Permissions],
            TrustEdits = trust.Edits,
            Warnings = trust.Warnings,
        };
    }
}
