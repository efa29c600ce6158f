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

/// <summary>Creates an Amazon Cognito identity pool with its providers, guest access and roles in one call.</summary>
/// <remarks>
/// <para>Creates the pool and the IAM roles that it needs: one for guests with -GuestAccess, and one for
/// authenticated users unless the pool has guest access and no provider. -AuthenticatedRoleName,
/// -AuthenticatedPermissionsPolicy, -GuestRoleName and -GuestPermissionsPolicy always request a role of their type.
/// -NoRole creates only the roles that these parameters request.</para>
/// <para>Each new role trusts only this pool. It has the basic permissions of the console, or the permissions that
/// you specify. To use existing roles, specify -AuthenticatedRole and -GuestRole. Their trust policies are checked
/// first, and -RepairTrust adds the new pool to them.</para>
/// <para>A permissions policy is applied to the role that the pool uses: a new role, one that an earlier run created,
/// or an existing one. It replaces the inline policy cognito-identity-pool-permissions. If the role does not have
/// that policy, it replaces the role's only inline policy. Other policies of the role stay unchanged.</para>
/// <para>Specify a policy as JSON, the lines of a file, a file:// path or file path as in the AWS CLI, a hashtable,
/// or the output of ConvertFrom-Json. Write it in single quotes, '...' or @'...'@. In double quotes, PowerShell
/// replaces ${cognito-identity.amazonaws.com:sub} with nothing, and the role gets access to the data of all users.
/// The cmdlet writes a warning when a policy for authenticated users grants access to S3 or DynamoDB data without a
/// policy variable or principal tag.</para>
/// <para>By default, the cmdlet returns an error when a pool of the same name exists. Names are not unique, so a
/// repeated run would create a second pool. Use -UseExisting to update that pool, or -AllowDuplicate to create
/// another with the same name. -UseExisting changes only what you specify and adds what is missing. It never turns
/// off guest access, and it turns off the basic flow only with -BasicFlow Inactive. It also grants permissions to a
/// role that an interrupted run left without any.</para>
/// <para>If a step fails, or if you press Ctrl+C, the cmdlet removes what it created. An error lists anything that it
/// could not remove.</para>
/// <para>You can pipe pool objects, names, and rows with columns named after the parameters to this cmdlet. This
/// cmdlet cannot create user pools, or the OpenID Connect and SAML providers of IAM.</para>
/// </remarks>
/// <example>
/// <title>Create a pool for a user pool</title>
/// <code>New-CognitoIdentityPool -Name web -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789</code>
/// Creates the pool, adds the app client of the user pool with the server-side token check turned on, and creates the
/// role of its users.
/// </example>
/// <example>
/// <title>Create a pool for guests and Google users</title>
/// <code>New-CognitoIdentityPool -Name kiosk -GuestAccess -Provider @{ Google = '123-abc.apps.googleusercontent.com' } -Tag @{ team = 'web' }</code>
/// Creates a pool with guest access, one provider, a tag, and a role each for guests and authenticated users.
/// </example>
/// <example>
/// <title>Preview the changes</title>
/// <code>New-CognitoIdentityPool -Name web -GuestAccess -WhatIf</code>
/// Prints every step with the trust and permissions policies, and changes nothing.
/// </example>
/// <example>
/// <title>Copy a pool</title>
/// <code>Get-CognitoIdentityPool shop | New-CognitoIdentityPool -Name copy -RepairTrust</code>
/// Copies guest access, the basic flow, providers with rules and mappings, tags, and the assigned roles. -RepairTrust
/// changes the trust policies of these roles so that they also accept the new pool. Arguments override the properties
/// of the piped object.
/// </example>
/// <example>
/// <title>Create pools from a CSV file</title>
/// <code>"Name,GuestAccess,Tag`nkiosk,True,team=web`nlobby,True,team=app" | ConvertFrom-Csv | New-CognitoIdentityPool</code>
/// Creates a pool for each row. The columns are named after the parameters.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, CreateIdentityPool, SetIdentityPoolRoles, DescribeIdentityPool,
/// GetIdentityPoolRoles and GetPrincipalTagAttributeMap, and SetPrincipalTagAttributeMap for providers with an
/// attribute mapping; iam: GetRole, ListRoles, CreateRole and PutRolePolicy; ListOpenIDConnectProviders or
/// ListSAMLProviders for such a provider. Setting a role requires iam:PassRole for it. With -UseExisting, the pool is
/// updated with UpdateIdentityPool. The policies of its roles are read with iam:ListRolePolicies, GetRolePolicy and
/// ListAttachedRolePolicies. -RepairTrust changes trust policies with iam:UpdateAssumeRolePolicy.</para>
/// <para>If a step fails, the completed steps are undone. This requires DeleteIdentityPool, iam:DeleteRolePolicy and
/// iam:DeleteRole.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.New, "CognitoIdentityPool", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(IdentityPool), typeof(PoolPlan))]
public sealed class NewCognitoIdentityPoolCommand : ConnectedCommand
{
    /// <summary>Specifies the name of the pool: 1 to 128 letters, digits, spaces and the characters + = , . @ _
    /// -</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [NewPoolName]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>Lets anyone who knows the id of the pool get guest credentials. By default, guest access is off. To
    /// turn it off later, use Set-PoolGuestAccess.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter GuestAccess { get; set; }

    /// <summary>Specifies a Cognito user pool for sign-in, by id, provider name, issuer or ARN. The Region of a
    /// provider name, issuer or ARN must be the Region in the id. Requires -ClientId.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public string? UserPoolId { get; set; }

    /// <summary>Specifies the id of the app client of the user pool. Requires -UserPoolId.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Specifies other providers, as provider objects, also of another pool, or as hashtables such as @{
    /// Google = '...' }. The keys of a hashtable are UserPoolId with ClientId, or one of Google, Facebook, Amazon,
    /// Apple, Twitter, Digits, OpenIdConnect, Saml and Developer with its id, issuer, ARN or name. Optional keys are
    /// ServerSideTokenCheck ($true or $false), RoleSetting (Default, Rules or Token), RoleResolution
    /// (AuthenticatedRole or Deny), Rules and AttributeMapping.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Providers")]
    [ArgumentCompleter(typeof(ProviderTableCompleter))]
    public PSObject[]? Provider { get; set; }

    /// <summary>Specifies an existing role for authenticated users, by name or ARN, instead of a new one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string? AuthenticatedRole { get; set; }

    /// <summary>Specifies the name of the new role for authenticated users. By default, the name is the name of the
    /// pool followed by '_authenticatedrole'.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? AuthenticatedRoleName { get; set; }

    /// <summary>Specifies the permissions policy of the role for authenticated users. It is also applied to an
    /// existing role. By default, a new role has the basic permissions of the console.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AuthenticatedPolicy")]
    [PolicyDocument]
    public string? AuthenticatedPermissionsPolicy { get; set; }

    /// <summary>Specifies an existing role for guests, by name or ARN, instead of a new one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string? GuestRole { get; set; }

    /// <summary>Specifies the name of the new role for guests. By default, the name is the name of the pool followed
    /// by '_guestrole'.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? GuestRoleName { get; set; }

    /// <summary>Specifies the permissions policy of the role for guests. It is also applied to an existing role. By
    /// default, a new role has the basic permissions of the console.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("GuestPolicy")]
    [PolicyDocument]
    public string? GuestPermissionsPolicy { get; set; }

    /// <summary>Adds the pool to the trust policies of existing roles that do not trust it yet: the roles of
    /// -AuthenticatedRole, -GuestRole and the rules of -Provider, and with -UseExisting also the roles that the pool
    /// already uses. Their other statements stay unchanged.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter RepairTrust { get; set; }

    /// <summary>Creates no role for guests or authenticated users, unless a parameter names or describes the role of
    /// that type. Users get no credentials until the pool has a role for them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter NoRole { get; set; }

    /// <summary>Specifies the name of a developer provider, which is a back end of yours that signs users in. You
    /// cannot change or remove it later.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeveloperProviderCompleter))]
    public string? DeveloperProviderName { get; set; }

    /// <summary>Specifies whether the basic (classic) flow, in which the caller chooses the role, is Active or
    /// Inactive. By default, it is Inactive in a new pool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlowState]
    [OneValue(Of = typeof(BasicFlowState))]
    [ArgumentCompleter(typeof(ChoiceCompleter<BasicFlowState>))]
    public Choice<BasicFlowState> BasicFlow { get; set; }

    /// <summary>Specifies the tags of the pool as a hashtable of keys and values, such as @{ team = 'web' }. A pool
    /// can have up to 50 tags.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [Table(IsTags = true)]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>Updates the pool of the same name if it exists. Only the settings that you specify and missing parts
    /// change.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter UseExisting { get; set; }

    /// <summary>Creates the pool even if another pool has the same name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter AllowDuplicate { get; set; }

    /// <summary>Returns the plan as an object, for review or for a test, and changes nothing.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is specified.</summary>
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
        // A plan that runs later must distinguish pools that exist now from pools created since.
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
            var question = new PlanQuestion($"Create identity pool '{Name}'?", Force) { Done = current is null ? "created" : "changed" };
            if (RunPlan(connection, plan, current?.IdentityPoolId, question) is { } id)
                WritePool(connection, id);
        }
    }

    private void CheckCombinations()
    {
        if (UserPoolId is null != ClientId is null)
        {
            var remedy = "Specify -UserPoolId and -ClientId together.";
            if (UserPoolId is null)
            {
                remedy +=
                    " For the client id of any other provider, use -Provider, for example -Provider @{ Google = '...' }.";
            }
            throw new InvalidSettingException(
                UserPoolId is null ? "UserPoolId" : "ClientId", null,
                "a user pool provider requires the id of the user pool and of an app client.", remedy);
        }
        Combination.OneOf((nameof(UseExisting), UseExisting), (nameof(AllowDuplicate), AllowDuplicate));
        Combination.OneOf(
            (nameof(AuthenticatedRole), AuthenticatedRole is not null),
            (nameof(AuthenticatedRoleName), AuthenticatedRoleName is not null));
        Combination.OneOf((nameof(GuestRole), GuestRole is not null), (nameof(GuestRoleName), GuestRoleName is not null));
        if (NoRole && IsAskedFor(AuthenticatedWish) && IsAskedFor(GuestWish))
        {
            throw new InvalidSettingException(
                nameof(NoRole), null, "it has no effect, because a role is specified for guests and for authenticated users.",
                "Omit -NoRole, or the parameters of one of the roles.");
        }
        // IAM role names are case-insensitive.
        if (AuthenticatedRoleName is not null
            && string.Equals(AuthenticatedRoleName, GuestRoleName, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidSettingException(
                nameof(GuestRoleName), GuestRoleName, "the role for authenticated users has the same name.",
                "Specify two different names.");
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

    /// <summary>The role of one type of users; null when the pool gets none.</summary>
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
