using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Providers;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Pool;

/// <summary>Creates an Amazon Cognito identity pool with its providers, guest access and roles, in one call.</summary>
/// <remarks>
/// <para>Creates the pool and the IAM roles that it needs: one for guests with -GuestAccess, and one for authenticated
/// users unless the pool has guest access and no provider. -AuthenticatedRoleName, -AuthenticatedPermissionsPolicy, -GuestRoleName
/// and -GuestPermissionsPolicy ask for a role of their kind in any case; -NoRole creates none of a kind that is not asked for. Each
/// role trusts this pool alone and has the console's basic permissions, or those you specify. To use existing roles,
/// specify -AuthenticatedRole and -GuestRole; their trust policies are checked first, and -RepairTrust adds the new pool
/// to them.</para>
/// <para>A permissions policy is applied to the role that is used, whether it is new, was created by an earlier run, or
/// is an existing one: it replaces the inline policy cognito-identity-pool-permissions, or else the only inline policy of
/// the role. Other policies of the role stay.</para>
/// <para>A policy is JSON, the lines of a file, file:// and the path of a file as the AWS CLI takes it, a hashtable, or what
/// ConvertFrom-Json made. Write it in single quotes, '...' or @'...'@: in double quotes PowerShell replaces
/// ${cognito-identity.amazonaws.com:sub} by nothing, and the role gets the data of all users. A policy for authenticated
/// users that grants data of S3 or DynamoDB without any policy variable or principal tag gives a warning.</para>
/// <para>A pool of the same name is an error, because names are not unique and a repeated run would create a second pool.
/// Use -UseExisting to update that pool, or -AllowDuplicate to create another with the same name. -UseExisting changes
/// only what you specify and what is missing; it never turns guest access off, and the basic flow only with
/// -BasicFlow Inactive. A role of an interrupted
/// run that has no permissions yet gets them.</para>
/// <para>When a step fails, or you press Ctrl+C, what was made is removed again; what could not be removed is named. It
/// does not create user pools, nor OpenID Connect or SAML providers of IAM.</para>
/// </remarks>
/// <example>
/// <title>A pool behind a user pool</title>
/// <code>New-CognitoIdentityPool -Name web -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789</code>
/// Creates the pool, adds the user pool's app client with its token check on, and creates the role of its users.
/// </example>
/// <example>
/// <title>Guests and Google</title>
/// <code>New-CognitoIdentityPool -Name kiosk -GuestAccess -Provider @{ Google = '123-abc.apps.googleusercontent.com' } -Tag @{ team = 'web' }</code>
/// Creates a pool with guest access, one provider, a tag, and a role for guests and one for authenticated users.
/// </example>
/// <example>
/// <title>See first what would happen</title>
/// <code>New-CognitoIdentityPool -Name web -GuestAccess -WhatIf</code>
/// Prints every step with the trust and permissions policies, and changes nothing.
/// </example>
/// <example>
/// <title>A copy of a pool</title>
/// <code>Get-CognitoIdentityPool shop | New-CognitoIdentityPool -Name copy -RepairTrust</code>
/// Takes guest access, basic flow, providers with rules and mappings, tags, and the roles, whose trust policies -RepairTrust
/// lets accept the new pool too. Arguments go before what the object says.
/// </example>
/// <example>
/// <title>Pools from a file</title>
/// <code>"Name,GuestAccess,Tag`nkiosk,True,team=web`nlobby,True,team=app" | ConvertFrom-Csv | New-CognitoIdentityPool</code>
/// Creates a pool of each row; the columns are named for the parameters.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, CreateIdentityPool, SetIdentityPoolRoles, DescribeIdentityPool,
/// GetIdentityPoolRoles and GetPrincipalTagAttributeMap, and SetPrincipalTagAttributeMap for providers with an
/// attribute mapping; iam: GetRole, ListRoles, CreateRole and PutRolePolicy; ListOpenIDConnectProviders or
/// ListSAMLProviders for such a provider. Setting a role needs iam:PassRole for it. An existing pool is updated with
/// UpdateIdentityPool (-UseExisting); the policies of its roles are read with iam:ListRolePolicies, GetRolePolicy and
/// ListAttachedRolePolicies, and -RepairTrust changes trust policies with iam:UpdateAssumeRolePolicy.</para>
/// <para>When a step fails, the finished ones are undone, which needs DeleteIdentityPool, iam:DeleteRolePolicy and
/// iam:DeleteRole.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.New, "CognitoIdentityPool", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(IdentityPool), typeof(PoolPlan))]
public sealed class NewCognitoIdentityPoolCommand : ConnectedCommand
{
    /// <summary>The pool's name: 1 to 128 letters, digits, spaces and the characters + = , . @ _ -</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [NewPoolName]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>Lets anyone who knows the pool's id get guest credentials. Off by default. Set-PoolGuestAccess turns it
    /// off again.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter GuestAccess { get; set; }

    /// <summary>A Cognito user pool to sign in with: its id, provider name, issuer or ARN, all of the Region in the id.
    /// Needs -ClientId.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public string? UserPoolId { get; set; }

    /// <summary>The app client of the user pool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Further providers: hashtables such as @{ Google = '...' }, or provider objects, also from another pool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Providers")]
    [ArgumentCompleter(typeof(ProviderTableCompleter))]
    public PSObject[]? Provider { get; set; }

    /// <summary>An existing role for authenticated users, by name or ARN, in place of a new one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string? AuthenticatedRole { get; set; }

    /// <summary>The name of the new role for authenticated users. Without it: the pool's name and '_authenticatedrole'.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? AuthenticatedRoleName { get; set; }

    /// <summary>Specifies the permissions policy of the role for authenticated users, as JSON. It is also applied to an
    /// existing role. By default, a new role gets the console's basic permissions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AuthenticatedPolicy")]
    [PolicyDocument]
    public string? AuthenticatedPermissionsPolicy { get; set; }

    /// <summary>An existing role for guests, by name or ARN, in place of a new one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string? GuestRole { get; set; }

    /// <summary>The name of the new role for guests. Without it: the pool's name and '_guestrole'.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? GuestRoleName { get; set; }

    /// <summary>Specifies the permissions policy of the role for guests, as JSON. It is also applied to an existing role.
    /// By default, a new role gets the console's basic permissions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("GuestPolicy")]
    [PolicyDocument]
    public string? GuestPermissionsPolicy { get; set; }

    /// <summary>Adds the pool to the trust policies of existing roles that do not name it yet: those of
    /// -AuthenticatedRole, -GuestRole and the rules of -Provider, and with -UseExisting those that the pool has. Their
    /// other statements stay.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter RepairTrust { get; set; }

    /// <summary>Creates no role for guests or authenticated users, unless a parameter names or describes the role of
    /// that kind. Users get no credentials until the pool has a role for them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter NoRole { get; set; }

    /// <summary>The name of a developer provider: a back end of yours that signs users in. It can never be changed or
    /// removed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeveloperProviderCompleter))]
    public string? DeveloperProviderName { get; set; }

    /// <summary>Allows the basic (classic) flow, in which the caller chooses the role. Off unless asked for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlowState]
    [OneValue(Of = typeof(BasicFlowState))]
    [ArgumentCompleter(typeof(ChoiceCompleter<BasicFlowState>))]
    public Choice<BasicFlowState> BasicFlow { get; set; }

    /// <summary>Tags of the pool, as a hashtable; at most 50.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [Table(IsTags = true)]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>Updates the pool of that name when it exists, and changes only what you specify and what is missing.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter UseExisting { get; set; }

    /// <summary>Creates the pool even when another one has the same name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter AllowDuplicate { get; set; }

    /// <summary>Writes the plan as an object, for review or for a test, and changes nothing.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override IReadOnlyList<object?> Items => [Name];

    private protected override void Process()
    {
        PoolRules.CheckName(Name);
        CheckCombinations();
        var connection = Account.Connection;
        var region = RegionOf(connection);
        var providers = Run(token => ReadProvidersAsync(connection, region, token));
        var current = FindExisting(connection, region);
        var change = Run(token => ChangeAsync(connection, current, Desired(current, region, connection, providers), token));
        // A plan that is run later must tell a pool that was there from one that was made since.
        if (AsPlan && AllowDuplicate)
            change = change with { Namesakes = Run(token => NamesakesAsync(connection, region, token)) };
        WarnOfUnusablePool(change.Desired);
        var plan = PoolPlanner.Plan(change);
        if (AsPlan)
        {
            WriteObject(plan);
        }
        else
        {
            var question = new PlanQuestion($"Create identity pool '{Name}'?", Force) { Done = current is null ? "made" : "changed" };
            if (RunPlan(connection, plan, current?.IdentityPoolId, question) is { } id)
                WritePool(connection, id);
        }
    }

    private void CheckCombinations()
    {
        if (UserPoolId is null != ClientId is null)
        {
            var remedy = "Give -UserPoolId and -ClientId together.";
            if (UserPoolId is null)
            {
                remedy +=
                    " The client id of any other provider stands beside the provider's name: -Provider @{ Google = '...' }.";
            }
            throw new InvalidSettingException(
                UserPoolId is null ? "UserPoolId" : "ClientId", null,
                "is missing: a user pool is named by its id and an app client.", remedy);
        }
        Combination.OneOf((nameof(UseExisting), UseExisting), (nameof(AllowDuplicate), AllowDuplicate));
        Combination.OneOf(
            (nameof(AuthenticatedRole), AuthenticatedRole is not null),
            (nameof(AuthenticatedRoleName), AuthenticatedRoleName is not null));
        Combination.OneOf((nameof(GuestRole), GuestRole is not null), (nameof(GuestRoleName), GuestRoleName is not null));
        if (NoRole && IsAskedFor(AuthenticatedWish) && IsAskedFor(GuestWish))
        {
            throw new InvalidSettingException(
                nameof(NoRole), null, "it has no effect because a role is specified for guests and for authenticated users.",
                "Omit -NoRole, or the parameters of one of the roles.");
        }
        // IAM's names of roles differ by more than their case.
        if (AuthenticatedRoleName is not null
            && string.Equals(AuthenticatedRoleName, GuestRoleName, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidSettingException(
                nameof(GuestRoleName), GuestRoleName, "is the name of the role for authenticated users too.",
                "Specify two names.");
        }
        Combination.OnlyWithAny(
            nameof(RepairTrust),
            RepairTrust,
            (nameof(AuthenticatedRole), AuthenticatedRole is not null),
            (nameof(GuestRole), GuestRole is not null),
            (nameof(Provider), Provider is not null),
            (nameof(UseExisting), UseExisting));
        RolePolicyArgument.Check(nameof(AuthenticatedPermissionsPolicy), AuthenticatedPermissionsPolicy);
        RolePolicyArgument.Check(nameof(GuestPermissionsPolicy), GuestPermissionsPolicy);
    }

    private protected override void End() => LookLater();

    private async Task<IReadOnlyList<PoolIdentityProvider>> ReadProvidersAsync(
        AccountConnection connection, string region, CancellationToken cancellationToken)
    {
        var caller = await connection.GetCallerAsync(cancellationToken).ConfigureAwait(false);
        var providers = ProviderArgument.Read(Provider, AwsPartition.FromRegion(region), caller.Account).ToList();
        if (UserPoolId is not null)
            providers.Insert(0, ProviderBuilder.UserPool(UserPoolId, ClientId!));
        if (DeveloperProviderName is not null)
            providers.Add(ProviderBuilder.Developer(DeveloperProviderName));
        return await new IamProviders(connection, region)
            .FindAsync(providers, Reporter, cancellationToken)
            .ConfigureAwait(false);
    }

    private IdentityPool? FindExisting(AccountConnection connection, string region)
    {
        if (AllowDuplicate)
            return null;
        var found = Run(token => new PoolDirectory(connection).FindAsync(region, Name!, token));
        if (found.Count == 0)
            return null;
        var ids = string.Join(", ", found.Select(pool => pool.IdentityPoolId));
        if (!UseExisting)
            throw new PoolException(PoolErrorId.PoolNameTaken, Name, ids);
        if (found.Count > 1)
            throw new PoolException(PoolErrorId.PoolNameAmbiguous, Name, ids);
        var pool = ReadPool(connection, found[0].IdentityPoolId);
        return Tag is null ? pool : WithArn(connection, pool);
    }

    private async Task<IReadOnlyList<string>> NamesakesAsync(
        AccountConnection connection, string region, CancellationToken cancellationToken) =>
        [
            .. (await new PoolDirectory(connection).FindAsync(region, Name!, cancellationToken).ConfigureAwait(false))
                .Select(pool => pool.IdentityPoolId),
        ];

    private IdentityPool Desired(
        IdentityPool? current, string region, AccountConnection connection,
        IReadOnlyList<PoolIdentityProvider> providers)
    {
        var start = current ?? new IdentityPool
        {
            Name = Name!,
            Region = region,
            BasicFlow = BasicFlowState.Inactive,
            Connection = connection,
        };
        return start with
        {
            GuestAccess = GuestAccess || start.GuestAccess,
            BasicFlow = IsBound(nameof(BasicFlow)) ? BasicFlow : start.BasicFlow,
            Providers = ProviderArgument.Bring(start, providers),
            Tags = start.Tags.SetItems(TagArgument.Read(nameof(Tag), Tag)),
        };
    }

    private async Task<PoolChange> ChangeAsync(
        AccountConnection connection, IdentityPool? current, IdentityPool desired, CancellationToken cancellationToken)
    {
        var trust = new RoleTrustPlanner(connection, desired, RepairTrust);
        var planner = new RolePlanner(connection, trust);
        var authenticated = await PlanRoleAsync(
            planner, AuthenticatedWish, desired, desired.AuthenticatedRole,
            desired.Providers.Count > 0 || !desired.GuestAccess, cancellationToken)
            .ConfigureAwait(false);
        var guest = await PlanRoleAsync(
            planner, GuestWish, desired, desired.GuestRole, desired.GuestAccess, cancellationToken)
            .ConfigureAwait(false);
        desired = desired with
        {
            AuthenticatedRole = authenticated?.Arn ?? desired.AuthenticatedRole,
            GuestRole = guest?.Arn ?? desired.GuestRole,
        };
        if (authenticated?.New is { } one && guest?.New is { } other
            && string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidSettingException(
                GuestRoleName is null ? nameof(AuthenticatedRoleName) : nameof(GuestRoleName), other.Name,
                "both new roles would have this name.", "Specify another name.");
        }
        var change = await new ProviderPlanner(trust)
            .PlanAsync(new PoolChange(current, desired), cancellationToken)
            .ConfigureAwait(false);
        var planned = new[] { authenticated, guest }.OfType<PlannedRole>().ToList();
        return change with
        {
            NewRoles = [.. planned.Select(role => role.New).OfType<NewRole>()],
            TrustEdits = trust.Edits,
            RoleEdits = [.. planned.Select(role => role.Permissions).OfType<RoleEdit>()],
            Warnings = [.. change.Warnings, .. trust.Warnings, .. GuestWarnings(desired)],
            CreationWarnings = trust.CreationWarnings,
        };
    }

    private RoleWish AuthenticatedWish => new(PoolIdentityType.Authenticated, nameof(AuthenticatedRole))
    {
        Existing = AuthenticatedRole,
        Name = AuthenticatedRoleName,
        Permissions = new(AuthenticatedPermissionsPolicy, null, [], []) { Setting = nameof(AuthenticatedPermissionsPolicy) },
    };

    private RoleWish GuestWish => new(PoolIdentityType.Guest, nameof(GuestRole))
    {
        Existing = GuestRole,
        Name = GuestRoleName,
        Permissions = new(GuestPermissionsPolicy, null, [], []) { Setting = nameof(GuestPermissionsPolicy) },
    };

    /// <summary>The role of one kind of users; null when it is to have none.</summary>
    private async Task<PlannedRole?> PlanRoleAsync(
        RolePlanner planner, RoleWish wish, IdentityPool pool, string? set, bool isNeeded, CancellationToken cancellationToken)
    {
        var isKept = set is not null
            && wish.Existing is null
            && (wish.Name is null || set.EndsWith("/" + wish.Name, StringComparison.OrdinalIgnoreCase));
        if (isKept)
        {
            if (RepairTrust)
                await planner.AcceptAsync(wish, set!, pool, cancellationToken).ConfigureAwait(false);
            return await planner.KeepAsync(wish, set!, pool, complete: !NoRole, cancellationToken).ConfigureAwait(false);
        }
        return IsAskedFor(wish) || (set is null && isNeeded && !NoRole)
            ? await planner.PlanAsync(wish, pool, cancellationToken).ConfigureAwait(false)
            : null;
    }

    private static bool IsAskedFor(RoleWish wish) =>
        wish.Existing is not null || wish.Name is not null || !wish.Permissions.IsEmpty;

    private IEnumerable<string> GuestWarnings(IdentityPool desired)
    {
        if (desired.GuestAccess || !IsAskedFor(GuestWish))
            yield break;
        yield return $"Guest access of identity pool '{desired.Name}' is off, so guests cannot get the guest role. Specify "
            + $"-GuestAccess, or run Set-PoolGuestAccess '{desired.Name}' -Enable.";
    }

    private void WarnOfUnusablePool(IdentityPool pool)
    {
        if (pool.GuestAccess || pool.Providers.Count > 0)
            return;
        WriteWarning(
            $"Identity pool '{pool.Name}' has neither guest access nor a provider, so nobody can use it yet. Run "
                + $"Add-PoolIdentityProvider '{pool.Name}' or Set-PoolGuestAccess '{pool.Name}' -Enable -CreateRole.");
    }
}
