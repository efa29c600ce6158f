using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Turns the guest access of an identity pool on or off, and changes nothing else of the pool.</summary>
/// <remarks>
/// <para>With guest access, anyone who knows the pool's id gets credentials of the guest role. If the pool has no guest
/// role, -Enable requires one. -CreateRole creates it; -Role sets an existing role whose trust policy accepts the
/// pool's guests.</para>
/// <para>-PermissionsPolicy applies to the role that is used: a new role, a role that an earlier run created, the role
/// of -Role, or the role that the pool has. It replaces one inline policy, as in Set-PoolRole -PermissionsPolicy. If an
/// interrupted run left a role without permissions, -CreateRole adds them.</para>
/// <para>A policy can be JSON, the lines of a file, file:// and a path as in the AWS CLI, a hashtable, or the output of
/// ConvertFrom-Json. Write it in single quotes, '...' or @'...'@. In double quotes, PowerShell replaces a policy
/// variable such as ${cognito-identity.amazonaws.com:sub} with nothing.</para>
/// <para>-Disable leaves the guest role set, so that you can turn guest access on again with -Enable alone.</para>
/// <para>This cmdlet cannot end sessions that guests already have.</para>
/// </remarks>
/// <example>
/// <title>Turn guest access on with a new role</title>
/// <code>Set-PoolGuestAccess blog -Enable -CreateRole</code>
/// Creates a role with the console's basic permissions, sets it and turns guest access on.
/// </example>
/// <example>
/// <title>Turn guest access off in all pools</title>
/// <code>Get-CognitoIdentityPool | Where-Object GuestAccess | Set-PoolGuestAccess -Disable -WhatIf</code>
/// Shows which pools would change.
/// </example>
/// <example>
/// <title>Turn guest access on with an existing role</title>
/// <code>Set-PoolGuestAccess shop -Enable -Role shop-guests -PassThru</code>
/// Checks the role's trust policy, sets the role, turns guest access on and returns the pool.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap,
/// UpdateIdentityPool, and SetIdentityPoolRoles where a role is set; iam: GetRole, and with -CreateRole, -RepairTrust
/// or -PermissionsPolicy ListRoles, CreateRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies,
/// PutRolePolicy and UpdateAssumeRolePolicy. Setting a role requires iam:PassRole for it. A pool that is specified by
/// name also requires ListIdentityPools; an id does not.</para>
/// <para>When a step fails, the cmdlet undoes the finished steps. This requires permission for the opposite
/// calls.</para>
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

    /// <summary>Repairs the trust policy of the role if it refuses the pool's guests. Its other statements do not
    /// change. Without -Role, the cmdlet repairs the guest role that the pool has.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter RepairTrust { get; set; }

    /// <summary>Creates a role for guests, unless an earlier run already created it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter CreateRole { get; set; }

    /// <summary>Specifies the name of the new role. By default, the name is the pool's name followed by
    /// '_guestrole'.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? RoleName { get; set; }

    /// <summary>Specifies the permissions policy of the guest role, as JSON or in another form of a policy. It also
    /// applies to the role of -Role and to the role that the pool has. By default, a new role gets the console's basic
    /// permissions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PolicyDocument]
    public string? PermissionsPolicy { get; set; }

    /// <summary>Specifies a file that contains the permissions policy. Use it instead of -PermissionsPolicy.</summary>
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
