using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Creates an IAM role that the users of an identity pool can assume, for example for a rule.</summary>
/// <remarks>
/// <para>The role trusts only this pool, and only its guests or only its authenticated users. Its path and its tag
/// identify it as a role of this module. If you run the command again, the cmdlet finds the role, applies the
/// permissions that you specify, and completes what an interrupted run left out.</para>
/// <para>By default, the role gets the console's basic permissions, together with the policies of -AttachPolicy.
/// -PermissionsPolicy and -PolicyFile replace the basic permissions. Write a policy in single quotes, '...' or @'...'@.
/// In double quotes, PowerShell replaces ${cognito-identity.amazonaws.com:sub} with nothing.</para>
/// <para>To set the role as one of the pool's two default roles, use Set-PoolRole. To assign it by a rule, use
/// New-PoolRoleRule or a -Rule parameter. To delete it, use Remove-PoolRole or Remove-CognitoIdentityPool
/// -RemoveRole.</para>
/// <para>This cmdlet cannot change the pool, and it cannot use an existing role of this name that was not created for
/// this pool.</para>
/// </remarks>
/// <example>
/// <title>Create a role for the members of a team</title>
/// <code>$role = New-PoolRole shop Authenticated shop-team -PermissionsPolicy (New-PoolRolePolicy -S3Bucket shop-files)
/// Set-PoolIdentityProvider shop CognitoUserPool -AddRule @{ Claim = 'custom:team'; Value = 'web'; Role = $role }</code>
/// Creates the role, and assigns it to the users whose claim custom:team is 'web'. You can also use
/// New-PoolRoleRule to create the rule.
/// </example>
/// <example>
/// <title>Create roles from a file</title>
/// <code>Import-Csv roles.csv | New-PoolRole -AttachPolicy AmazonS3ReadOnlyAccess -WhatIf</code>
/// Shows the role for each line with the columns IdentityPool, IdentityType and RoleName.
/// </example>
/// <example>
/// <title>Create a role with a permissions boundary</title>
/// <code>New-PoolRole shop Authenticated shop-admin -PolicyFile ./admin.json -PermissionsBoundary CompanyBoundary</code>
/// The role can do only what both the policy and the boundary allow.
/// </example>
/// <returns>The role, with its trust policy and its permissions policies.</returns>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam:
/// GetRole, CreateRole, PutRolePolicy and AttachRolePolicy; for an existing role also ListRolePolicies, GetRolePolicy,
/// ListAttachedRolePolicies, UpdateAssumeRolePolicy; GetPolicy for managed policies. A pool that is specified by name
/// also requires ListIdentityPools; an id does not.</para>
/// <para>When a step fails, the cmdlet undoes the finished steps. This requires permission for the opposite
/// calls.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Amazon
/// Cognito: role-based access control</seealso>
[Cmdlet(VerbsCommon.New, "PoolRole", SupportsShouldProcess = true)]
[OutputType(typeof(PoolRole), typeof(PoolPlan))]
public sealed class NewPoolRoleCommand : PoolChangeCommand
{
    /// <summary>Specifies who can assume the role: Guest or Authenticated.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(PoolIdentityType))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolIdentityType>))]
    public Choice<PoolIdentityType> IdentityType { get; set; }

    /// <summary>Specifies the name of the role: 1 to 64 letters, digits and the characters _ + = , . @ -</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string RoleName { get; set; } = "";

    /// <summary>Specifies what the role is allowed to do, as JSON, as the lines of a file, as file:// and a path, or as
    /// a hashtable. New-PoolRolePolicy creates such a policy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PolicyDocument]
    public string? PermissionsPolicy { get; set; }

    /// <summary>Specifies a file that contains the permissions policy. Use it instead of -PermissionsPolicy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyFile { get; set; }

    /// <summary>Specifies managed policies to attach, by name or ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedPolicyCompleter))]
    public string[]? AttachPolicy { get; set; }

    /// <summary>Allows sts:TagSession. A role requires this if its users carry principal tags. By default, it is
    /// allowed if a provider of the pool has an attribute mapping.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PrincipalTag")]
    [Flag]
    public SwitchParameter TagSession { get; set; }

    /// <summary>Specifies the managed policy that is the role's permissions boundary, by name or ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedPolicyCompleter))]
    public string? PermissionsBoundary { get; set; }

    /// <summary>Repairs the trust policy of a role that an earlier run created, if it no longer accepts the pool's
    /// users.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter RepairTrust { get; set; }

    private protected override void Process()
    {
        if (!IsBound(nameof(IdentityType)))
        {
            throw new InvalidSettingException(
                nameof(IdentityType), null, "is required.", "Specify Guest or Authenticated.");
        }
        if (!IsBound(nameof(RoleName)))
            throw new InvalidSettingException(nameof(RoleName), null, "a name is required.", "Specify the name of the new role.");
        if (TagSession && IdentityType == PoolIdentityType.Guest)
        {
            throw new InvalidSettingException(
                nameof(TagSession), null, "sessions of guests cannot carry tags.", "Specify -IdentityType Authenticated.");
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
            throw new InvalidOperationException($"IAM does not return the role '{RoleName}' yet.");
        return await PoolRoleReader
            .ReadUnusedAsync(connection, id, IdentityType, facts, principalTags, cancellationToken)
            .ConfigureAwait(false);
    }
}
