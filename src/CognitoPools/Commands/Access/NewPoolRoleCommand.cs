using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Creates an IAM role that an identity pool's users can assume, ready for a rule. The pool does not change.</summary>
/// <remarks>
/// <para>The role trusts this pool and this kind of user alone. It gets the path and the tag by which the module finds its
/// roles: a repeated command finds the role again, gives it the permissions that are specified, and completes what an
/// interrupted run left out. A role of that name that was not created for this pool is refused.</para>
/// <para>Without -PermissionsPolicy and -PolicyFile the role gets the console's basic permissions, beside those of
/// -AttachPolicy. Write a policy in single quotes, '...' or @'...'@: in double quotes PowerShell replaces
/// ${cognito-identity.amazonaws.com:sub} by nothing.</para>
/// <para>Set-PoolRole sets the role as one of the pool's two default roles, New-PoolRoleRule and -Rule give it to the users
/// whom a rule names. Remove-PoolRole removes it, and so does Remove-CognitoIdentityPool -RemoveRole.</para>
/// </remarks>
/// <example>
/// <title>A role for the members of a team</title>
/// <code>$role = New-PoolRole shop Authenticated shop-team -PermissionsPolicy (New-PoolRolePolicy -S3Bucket shop-files)
/// Set-PoolIdentityProvider shop CognitoUserPool -AddRule @{ Claim = 'custom:team'; Value = 'web'; Role = $role } # or New-PoolRoleRule</code>
/// Creates the role, and gives it to the users whose claim custom:team is 'web'.
/// </example>
/// <example>
/// <title>Roles from a file</title>
/// <code>Import-Csv roles.csv | New-PoolRole -AttachPolicy AmazonS3ReadOnlyAccess -WhatIf</code>
/// Shows the role for each line with the columns IdentityPool, IdentityType and RoleName.
/// </example>
/// <example>
/// <title>A role with a boundary</title>
/// <code>New-PoolRole shop Authenticated shop-admin -PolicyFile ./admin.json -PermissionsBoundary CompanyBoundary</code>
/// The role can do what both the policy and the boundary allow.
/// </example>
/// <returns>The role, with its trust policy and its permissions policies.</returns>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam: GetRole,
/// CreateRole, PutRolePolicy and AttachRolePolicy; for what is there already also ListRolePolicies, GetRolePolicy,
/// ListAttachedRolePolicies, UpdateAssumeRolePolicy; GetPolicy for managed policies. A pool given by its name costs
/// ListIdentityPools too; an id does not.</para>
/// <para>When a step fails, the finished ones are undone, which needs the permissions of the opposite calls as well.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Amazon
/// Cognito: role-based access control</seealso>
[Cmdlet(VerbsCommon.New, "PoolRole", SupportsShouldProcess = true)]
[OutputType(typeof(PoolRole), typeof(PoolPlan))]
public sealed class NewPoolRoleCommand : PoolChangeCommand
{
    /// <summary>Whose role: Guest or Authenticated.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(PoolIdentityType))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolIdentityType>))]
    public Choice<PoolIdentityType> IdentityType { get; set; }

    /// <summary>The name of the role, 1 to 64 letters, digits and the characters _ + = , . @ -</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string RoleName { get; set; } = "";

    /// <summary>What the role may do, as JSON, as the lines of a file, as file:// and a path, or as a hashtable.
    /// New-PoolRolePolicy makes it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PolicyDocument]
    public string? PermissionsPolicy { get; set; }

    /// <summary>Specifies a file with the permissions policy, in place of -PermissionsPolicy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyFile { get; set; }

    /// <summary>Managed policies to attach, by name or ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedPolicyCompleter))]
    public string[]? AttachPolicy { get; set; }

    /// <summary>Allows sts:TagSession, which a role needs whose users carry principal tags. By default, it is allowed when a
    /// provider of the pool has an attribute mapping.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PrincipalTag")]
    [Flag]
    public SwitchParameter TagSession { get; set; }

    /// <summary>A managed policy that bounds what the role can do, by name or ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedPolicyCompleter))]
    public string? PermissionsBoundary { get; set; }

    /// <summary>Repairs the trust policy of a role that an earlier run created and that no longer accepts the pool's
    /// users.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter RepairTrust { get; set; }

    private protected override void Process()
    {
        if (!IsBound(nameof(IdentityType)))
        {
            throw new InvalidSettingException(
                nameof(IdentityType), null, "nothing says whose role it is.", "Specify -IdentityType Authenticated or Guest.");
        }
        if (!IsBound(nameof(RoleName)))
            throw new InvalidSettingException(nameof(RoleName), null, "the new role has no name.", "Specify -RoleName.");
        if (TagSession && IdentityType == PoolIdentityType.Guest)
        {
            throw new InvalidSettingException(
                nameof(TagSession), null, "the sessions of guests carry no tags.", "Specify -IdentityType Authenticated.");
        }
        var policy = RolePolicyArgument.Read(SessionState, PermissionsPolicy, PolicyFile);
        var (connection, id) = ResolvePool(Pool);
        PoolPlan plan;
        bool done, tags;
        using (TakeTurn(id))
        {
            var pool = ReadPool(connection, id);
            tags = TagsOf(pool);
            plan = Run(token => PlanAsync(connection, pool, policy, token));
            var question = new PlanQuestion($"Create IAM role '{RoleName}' for {IamRoles.Users(IdentityType)} of identity pool {pool}?")
            {
                Force = Force,
                DoneElsewhere = $"IAM role '{RoleName}' was created or completed",
            };
            done = !AsPlan && RunPlan(connection, plan, id, question) is not null;
        }
        if (AsPlan)
            WriteObject(plan);
        else if (done)
            WriteChanged(id, () => [Run(token => ReadAsync(connection, id, tags, token))]);
    }

    private async Task<PoolPlan> PlanAsync(
        AccountConnection connection, IdentityPool pool, string? policy, CancellationToken cancellationToken)
    {
        var trust = new RoleTrustPlanner(connection, pool, RepairTrust);
        var wish = new RoleWish(IdentityType, nameof(RoleName))
        {
            Name = RoleName,
            Permissions = new(policy, null, AttachPolicy ?? [], []),
        };
        var role = await new RolePlanner(connection, trust)
            .PlanNamedAsync(wish, pool, TagsOf(pool), PermissionsBoundary, cancellationToken)
            .ConfigureAwait(false);
        return PoolPlanner.Plan(new PoolChange(pool, pool)
        {
            NewRoles = role.New is null ? [] : [role.New],
            TrustEdits = trust.Edits,
            RoleEdits = role.Permissions is null ? [] : [role.Permissions],
            Warnings = trust.Warnings,
        });
    }

    private bool TagsOf(IdentityPool pool) => IsBound(nameof(TagSession))
        ? TagSession
        : IdentityType == PoolIdentityType.Authenticated && pool.Providers.Any(TaggedRoles.IsTagged);

    private async Task<PoolRole> ReadAsync(
        AccountConnection connection, string id, bool principalTags, CancellationToken cancellationToken)
    {
        var region = PoolIds.Region(id);
        PoolRoleFacts? facts = null;
        foreach (var wait in IamDelay.WaitsBeforeReads)
        {
            if (wait > TimeSpan.Zero)
                await connection.TimeProvider.Delay(wait, cancellationToken).ConfigureAwait(false);
            facts = await new IamRoles(connection, region).FindAsync(RoleName, cancellationToken).ConfigureAwait(false);
            if (facts is not null)
                break;
        }
        if (facts is null)
            throw new InvalidOperationException($"IAM does not show the role '{RoleName}' yet.");
        return await PoolRoleReader
            .ReadUnusedAsync(connection, id, IdentityType, facts, principalTags, cancellationToken)
            .ConfigureAwait(false);
    }
}
