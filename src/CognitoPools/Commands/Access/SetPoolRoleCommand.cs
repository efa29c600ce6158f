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

/// <summary>Sets, makes, repairs or removes one of an identity pool's two default roles, or changes what a role of the
/// pool may do. The pool's other role and its role mappings stay.</summary>
/// <remarks>
/// <para>-Role takes an existing role by name or ARN; one whose trust policy refuses the pool is an error that names
/// the failing condition and the statement that would work. -RepairTrust mends the policy instead, and alone it repairs
/// the role that is set. -CreateRole creates a role that trusts this pool alone; a repeated run finds it again by its
/// path and tag, and adds the permissions when it has none. -None takes the role away; the role itself stays in IAM.</para>
/// <para>A repair keeps the statements of the trust policy. Statements for the Cognito principal without a condition on
/// aud are the exception: IAM refuses every change of a policy that holds one, so they are bound to this pool, and a
/// warning says so. A Deny is never removed. A policy is not repaired when a statement would accept the users but for a
/// condition that only AWS can decide (a request tag, an address, a date, a policy variable, one identity): the repair
/// would open the role to everybody whom the condition keeps out.</para>
/// <para>-PermissionsPolicy replaces one inline policy: the one of -PolicyName, else the module's own, else the only
/// one that the role has. -AttachPolicy and -DetachPolicy work on managed policies. Other policies of the role
/// stay.</para>
/// <para>A policy is JSON, the lines of a file, file:// and the path of a file as the AWS CLI takes it, a hashtable, or what
/// ConvertFrom-Json made. Write it in single quotes, '...' or @'...'@: in double quotes PowerShell replaces
/// ${cognito-identity.amazonaws.com:sub} by nothing, and the role gets the data of all users. A policy for authenticated
/// users that grants data of S3 or DynamoDB without any policy variable or principal tag gives a warning.</para>
/// <para>To repair the role of a rule, pipe it from Get-PoolRole. A role must be of the pool's account.
/// Setting a guest role does not turn guest access on: Set-PoolGuestAccess does.</para>
/// </remarks>
/// <example>
/// <title>An existing role for authenticated users</title>
/// <code>Set-PoolRole shop -IdentityType Authenticated -Role shop-users -RepairTrust -WhatIf</code>
/// Shows how the role's trust policy would be mended, and the pool's old and new role.
/// </example>
/// <example>
/// <title>A new role with a folder for each user</title>
/// <code>Set-PoolRole shop -IdentityType Authenticated -CreateRole -PermissionsPolicy (New-PoolRolePolicy -S3Bucket shop-files)</code>
/// Makes the role, sets it, and lets each user use a prefix of their own in the bucket.
/// </example>
/// <example>
/// <title>Mend every role that cannot be assumed</title>
/// <code>Get-CognitoIdentityPool | Get-PoolRole | Where-Object Trusted -eq $false | Set-PoolRole -RepairTrust</code>
/// Repairs default roles and roles of rules alike.
/// </example>
/// <example>
/// <title>Take the guest role away</title>
/// <code>Set-PoolRole shop -IdentityType Guest -None</code>
/// Guests get no credentials any more. The role stays in IAM.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap, and
/// SetIdentityPoolRoles where a role is set; iam: GetRole, and as far as needed ListRoles, CreateRole,
/// UpdateAssumeRolePolicy, ListRolePolicies, GetRolePolicy, PutRolePolicy, ListAttachedRolePolicies, AttachRolePolicy
/// and DetachRolePolicy. Setting a role needs iam:PassRole for it. A pool given by its name costs ListIdentityPools
/// too; an id does not.</para>
/// <para>When a step fails, the finished ones are undone, which needs the permissions of the opposite calls as well.</para>
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

    /// <summary>Whose role: Guest or Authenticated.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(PoolIdentityType))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolIdentityType>))]
    public Choice<PoolIdentityType> IdentityType { get; set; }

    /// <summary>An existing role, by name or ARN. Its trust policy must accept the pool, or be repaired with
    /// -RepairTrust.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string? Role { get; set; }

    /// <summary>Makes a role, unless an earlier run made it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter CreateRole { get; set; }

    /// <summary>The name of the new role. Without it: the pool's name and '_authenticatedrole' or '_guestrole'.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? RoleName { get; set; }

    /// <summary>Takes the role away from the pool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter None { get; set; }

    /// <summary>Mends the role's trust policy when it refuses the pool's users.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter RepairTrust { get; set; }

    /// <summary>What the role may do, as JSON or in another form of a policy: New-PoolRolePolicy makes it. It
    /// replaces one inline policy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PolicyDocument]
    public string? PermissionsPolicy { get; set; }

    /// <summary>Specifies a file with the permissions policy, in place of -PermissionsPolicy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyFile { get; set; }

    /// <summary>The name of the inline policy that -PermissionsPolicy replaces or adds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [ArgumentCompleter(typeof(InlinePolicyCompleter))]
    public string? PolicyName { get; set; }

    /// <summary>Managed policies to attach, by name or ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedPolicyCompleter))]
    public string[]? AttachPolicy { get; set; }

    /// <summary>Managed policies to detach, by name or ARN. One that is not attached is passed over.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AttachedPolicyCompleter))]
    public string[]? DetachPolicy { get; set; }

    // A role whose sessions carry principal tags also needs sts:TagSession, and the attribute mappings tell whether they do.
    private protected override PoolParts Needs =>
        IdentityType == PoolIdentityType.Authenticated && !None ? PoolParts.Whole : PoolParts.SettingsAndRoles;

    /// <summary>Whether the pool keeps its role, and only the role itself changes.</summary>
    private bool KeepsRole => Role is null && !CreateRole && !None;

    /// <summary>The ARN of a role that was piped, also after CSV or JSON.</summary>
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
                nameof(IdentityType), null, "nothing says whose role it is.", "Specify -IdentityType Authenticated or Guest.");
        }
        if (PolicyName is not null && !InlinePolicyName.IsMatch(PolicyName))
        {
            throw new InvalidSettingException(
                nameof(PolicyName), PolicyName, "a policy's name has 1 to 128 letters, digits and the characters _ + = , . @ -",
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
            var losers = IdentityType == PoolIdentityType.Guest ? "Guests" : "Authenticated users whom no rule gives a role";
            return new PoolChange(current, With(current, null))
            {
                Warnings = [$"{losers} will get no credentials from identity pool {current}."],
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
                nameof(IdentityType), IdentityType, $"is not whose role '{name}' is, which was piped.",
                "Omit -IdentityType, or specify the pool itself.");
        }
        throw new InvalidSettingException(
            nameof(Role),
            name,
            "is the role of a rule, and -Role, -CreateRole and -None change the default role.",
            "Change the rule with Set-PoolIdentityProvider, or specify the pool itself.");
    }

    private string? Default(IdentityPool pool) =>
        IdentityType == PoolIdentityType.Guest ? pool.GuestRole : pool.AuthenticatedRole;

    private IdentityPool With(IdentityPool pool, string? arn) =>
        IdentityType == PoolIdentityType.Guest ? pool with { GuestRole = arn } : pool with { AuthenticatedRole = arn };
}
