using System.Management.Automation;
using System.Text.RegularExpressions;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Changes the default role of an identity pool's guests or authenticated users, or what a role of the pool is
/// allowed to do.</summary>
/// <remarks>
/// <para>Use this cmdlet to set, create or remove one of the pool's two default roles, to repair a trust policy, and to
/// change permissions. The pool's other role and its role mappings do not change.</para>
/// <para>-Role sets an existing role. If its trust policy refuses the pool, the cmdlet returns an error that names the
/// failing condition and shows the statement that would work. -RepairTrust repairs the trust policy instead. Without
/// -Role, it repairs the role that is already set.</para>
/// <para>-CreateRole creates a role that trusts only this pool. If you run the command again, the cmdlet finds the role
/// by its path and its tag, and adds the permissions if it has none. -None removes the role from the pool. The role
/// itself stays in IAM.</para>
/// <para>A repair keeps the statements of the trust policy and never removes a Deny. The exception is a statement for
/// the Cognito principal without a condition on aud. IAM refuses every change of a policy that contains such a
/// statement, so the repair binds it to this pool and writes a warning.</para>
/// <para>-PermissionsPolicy replaces one inline policy: the one that -PolicyName names, otherwise the module's own,
/// otherwise the only one that the role has. -AttachPolicy and -DetachPolicy attach and detach managed policies. The
/// role's other policies do not change.</para>
/// <para>A policy can be JSON, the lines of a file, file:// and a path as in the AWS CLI, a hashtable, or the output of
/// ConvertFrom-Json. Write it in single quotes, '...' or @'...'@. In double quotes, PowerShell replaces
/// ${cognito-identity.amazonaws.com:sub} with nothing, and each user gets access to the data of all users. The cmdlet
/// warns about a policy for authenticated users that grants data of S3 or DynamoDB without any policy variable or
/// principal tag.</para>
/// <para>To repair the role of a rule, pipe it from Get-PoolRole. To turn on guest access, use Set-PoolGuestAccess:
/// setting a guest role does not turn it on.</para>
/// <para>This cmdlet cannot use a role of another account. It also does not repair a policy in which a statement would
/// accept the users if a condition were met that only AWS can decide: a request tag, an address, a date, a policy
/// variable or one identity. The repair would open the role to everyone that the condition keeps out.</para>
/// </remarks>
/// <example>
/// <title>Preview the repair of an existing role</title>
/// <code>Set-PoolRole shop -IdentityType Authenticated -Role shop-users -RepairTrust -WhatIf</code>
/// Shows how the trust policy of the role would be repaired, and the pool's old and new role.
/// </example>
/// <example>
/// <title>Create a role with a folder for each user</title>
/// <code>Set-PoolRole shop -IdentityType Authenticated -CreateRole -PermissionsPolicy (New-PoolRolePolicy -S3Bucket shop-files)</code>
/// Creates the role, sets it, and allows each user to use a separate prefix of the bucket.
/// </example>
/// <example>
/// <title>Repair every role that cannot be assumed</title>
/// <code>Get-CognitoIdentityPool | Get-PoolRole | Where-Object Trusted -eq $false | Set-PoolRole -RepairTrust</code>
/// Repairs default roles and roles of rules.
/// </example>
/// <example>
/// <title>Remove the guest role</title>
/// <code>Set-PoolRole shop -IdentityType Guest -None</code>
/// Guests no longer get credentials. The role stays in IAM.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap, and
/// SetIdentityPoolRoles where a role is set; iam: GetRole, and where required ListRoles, CreateRole,
/// UpdateAssumeRolePolicy, ListRolePolicies, GetRolePolicy, PutRolePolicy, ListAttachedRolePolicies, AttachRolePolicy
/// and DetachRolePolicy. Setting a role requires iam:PassRole for it. A pool that is specified by name also requires
/// ListIdentityPools; an id does not.</para>
/// <para>When a step fails, the cmdlet undoes the finished steps. This requires permission for the opposite
/// calls.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles
/// of identity pools</seealso>
[Cmdlet(VerbsCommon.Set, "PoolRole", SupportsShouldProcess = true)]
[OutputType(typeof(PoolRole), typeof(PoolPlan))]
public sealed class SetPoolRoleCommand : PoolEditCommand
{
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
    private static readonly Regex InlinePolicyName = new(@"\A[A-Za-z0-9_+=,.@-]{1,128}\z", RegexOptions.CultureInvariant);

    private string? changedRole;
    private string? policy;

    /// <summary>Specifies whose role to change: Guest or Authenticated.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(PoolIdentityType))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolIdentityType>))]
    public Choice<PoolIdentityType> IdentityType { get; set; }

    /// <summary>Specifies an existing role, by name or ARN. Its trust policy must accept the pool, or be repaired with
    /// -RepairTrust.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string? Role { get; set; }

    /// <summary>Creates a role, unless an earlier run already created it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter CreateRole { get; set; }

    /// <summary>Specifies the name of the new role. By default, the name is the pool's name followed by
    /// '_authenticatedrole' or '_guestrole'.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? RoleName { get; set; }

    /// <summary>Removes the role from the pool. The role itself stays in IAM.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter None { get; set; }

    /// <summary>Repairs the role's trust policy if it refuses the pool's users.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter RepairTrust { get; set; }

    /// <summary>Specifies what the role is allowed to do, as JSON or in another form of a policy. It replaces one
    /// inline policy. New-PoolRolePolicy creates such a policy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PolicyDocument]
    public string? PermissionsPolicy { get; set; }

    /// <summary>Specifies a file that contains the permissions policy. Use it instead of -PermissionsPolicy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyFile { get; set; }

    /// <summary>Specifies the name of the inline policy that -PermissionsPolicy or -PolicyFile replaces or
    /// adds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [ArgumentCompleter(typeof(InlinePolicyCompleter))]
    public string? PolicyName { get; set; }

    /// <summary>Specifies managed policies to attach, by name or ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedPolicyCompleter))]
    public string[]? AttachPolicy { get; set; }

    /// <summary>Specifies managed policies to detach, by name or ARN. A policy that is not attached is
    /// ignored.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AttachedPolicyCompleter))]
    public string[]? DetachPolicy { get; set; }

    // The attribute mappings decide whether the role needs sts:TagSession as well.
    private protected override PoolParts Needs =>
        IdentityType == PoolIdentityType.Authenticated && !None ? PoolParts.Whole : PoolParts.SettingsAndRoles;

    /// <summary>Whether the pool keeps its role, and only the role itself changes.</summary>
    private bool KeepsRole => Role is null && !CreateRole && !None;

    /// <summary>The ARN of a piped role, also when it was read from CSV or JSON.</summary>
    private string? PipedArn => OwnObject.TypeOf(Pool) is nameof(PoolRole) or nameof(PoolRoleUse) or nameof(FoundPoolRole)
        ? Unwrapped.Property(Pool!, nameof(PoolRole.RoleArn))
        : null;

    private protected override PlanQuestion QuestionAbout(IdentityPool current) =>
        new($"Change the role of {IamRoles.Users(IdentityType)} of identity pool {current}?");

    private protected override void CheckParameters()
    {
        if (!IsBound(nameof(IdentityType)))
        {
            throw new InvalidSettingException(
                nameof(IdentityType), null, "is required.", "Specify Guest or Authenticated.");
        }
        if (PolicyName is not null && !InlinePolicyName.IsMatch(PolicyName))
        {
            throw new InvalidSettingException(
                nameof(PolicyName), PolicyName, "a policy's name must have 1 to 128 characters: letters, digits and _ + = , . @ - are valid.",
                "Specify another name.");
        }
        (string Name, bool Used)[] permissions =
        [
            (nameof(PermissionsPolicy), PermissionsPolicy is not null),
            (nameof(PolicyFile), PolicyFile is not null),
            (nameof(PolicyName), PolicyName is not null),
            (nameof(AttachPolicy), AttachPolicy is not null),
            (nameof(DetachPolicy), DetachPolicy is not null),
        ];
        Combination.OneOf((nameof(Role), Role is not null), (nameof(CreateRole), CreateRole), (nameof(None), None));
        Combination.OnlyWith(nameof(CreateRole), CreateRole, (nameof(RoleName), RoleName is not null));
        Combination.NotWith(nameof(None), None, [(nameof(RepairTrust), RepairTrust), .. permissions]);
        Combination.NotWith(
            nameof(CreateRole),
            CreateRole,
            (nameof(RepairTrust), RepairTrust),
            (nameof(PolicyName), PolicyName is not null),
            (nameof(DetachPolicy), DetachPolicy is not null));
        Combination.OnlyWithAny(
            nameof(PolicyName), PolicyName is not null,
            (nameof(PermissionsPolicy), PermissionsPolicy is not null), (nameof(PolicyFile), PolicyFile is not null));
        if (KeepsRole && !RepairTrust && permissions.All(parameter => !parameter.Used))
        {
            throw new InvalidSettingException(
                nameof(Role),
                null,
                "no change was requested.",
                "Specify -Role, -CreateRole, -None, -RepairTrust, -PermissionsPolicy, -PolicyFile, -AttachPolicy or -DetachPolicy.");
        }
        policy = RolePolicyArgument.Read(SessionState, PermissionsPolicy, PolicyFile);
        if (None)
            DestructionTarget.RequirePool(Pool, nameof(PoolRole));
    }

    private protected override PoolChange Change(AccountConnection connection, IdentityPool current)
    {
        CheckPiped(current);
        if (None)
        {
            changedRole = null;
            var losers = IdentityType == PoolIdentityType.Guest ? "Guests" : "Authenticated users without a role from a rule";
            return new PoolChange(current, With(current, null))
            {
                Warnings = [$"{losers} will not get credentials from identity pool {current}."],
            };
        }
        return Run(token => PlanAsync(connection, current, token));
    }

    private protected override void WriteResult(AccountConnection connection, string identityPoolId) =>
        WriteChanged(identityPoolId, () =>
        {
            var pool = ReadPool(connection, identityPoolId);
            var arn = changedRole ?? Default(pool);
            return
            [
                .. PoolRoleReader.RolesOf(pool)
                    .Where(role => role.IdentityType == IdentityType && role.RoleArn == arn)
                    .Select(role => Run(token => new PoolRoleReader(connection).ReadAsync(pool, role, policies: true, token))),
            ];
        });

    private async Task<PoolChange> PlanAsync(
        AccountConnection connection, IdentityPool current, CancellationToken cancellationToken)
    {
        var trust = new RoleTrustPlanner(connection, current, RepairTrust);
        var planner = new RolePlanner(connection, trust);
        var wish = new RoleWish(IdentityType, nameof(Role))
        {
            Existing = Role,
            Name = RoleName,
            Permissions = new(policy, PolicyName, AttachPolicy ?? [], DetachPolicy ?? []),
        };
        PlannedRole role;
        if (KeepsRole)
        {
            var arn = PipedArn
                ?? Default(current)
                ?? throw new PoolException(PoolErrorId.RoleNotSet, current, IamRoles.Users(IdentityType));
            if (RepairTrust)
            {
                await trust.AcceptAsync(
                    nameof(Role),
                    arn,
                    IdentityType,
                    IdentityType == PoolIdentityType.Authenticated && TaggedRoles.Contains(current, arn),
                    cancellationToken)
                    .ConfigureAwait(false);
            }
            role = await planner.KeepAsync(wish, arn, current, complete: false, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            role = await planner.PlanAsync(wish, current, cancellationToken).ConfigureAwait(false);
        }
        changedRole = role.New is null ? role.Arn : null;
        return new PoolChange(current, KeepsRole ? current : With(current, role.Arn))
        {
            NewRoles = role.New is null ? [] : [role.New],
            TrustEdits = trust.Edits,
            RoleEdits = role.Permissions is null ? [] : [role.Permissions],
            Warnings = trust.Warnings,
        };
    }

    private void CheckPiped(IdentityPool current)
    {
        if (KeepsRole || PipedArn is not { } arn || arn == Default(current))
            return;
        var name = arn.Substring(arn.LastIndexOf('/') + 1);
        if (arn == current.GuestRole || arn == current.AuthenticatedRole)
        {
            throw new InvalidSettingException(
                nameof(IdentityType), IdentityType, $"the piped role '{name}' is the pool's other default role.",
                "Omit -IdentityType, or specify the pool instead of the role.");
        }
        throw new InvalidSettingException(
            nameof(Role),
            name,
            "the piped role is the role of a rule, but -Role, -CreateRole and -None change the default role.",
            "Change the rule with Set-PoolIdentityProvider, or specify the pool instead of the role.");
    }

    private string? Default(IdentityPool pool) =>
        IdentityType == PoolIdentityType.Guest ? pool.GuestRole : pool.AuthenticatedRole;

    private IdentityPool With(IdentityPool pool, string? arn) =>
        IdentityType == PoolIdentityType.Guest ? pool with { GuestRole = arn } : pool with { AuthenticatedRole = arn };
}
