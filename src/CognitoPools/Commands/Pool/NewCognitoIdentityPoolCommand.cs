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
/// <para>Creates the pool, an IAM role for authenticated users and, with -GuestAccess, one for guests. Each role trusts
/// this pool alone and has the console's basic permissions, or those you give. Existing roles are taken with
/// -AuthenticatedRole and -GuestRole; their trust policies are checked first, and -RepairTrust adds the new pool to
/// them.</para>
/// <para>A pool of the same name is an error, because names are not unique and a repeated run would make a second pool:
/// -UseExisting brings the one that is there to what you said, -AllowDuplicate makes another.</para>
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
/// Creates a pool with two roles, guest access, one provider and a tag.
/// </example>
/// <example>
/// <title>See first what would happen</title>
/// <code>New-CognitoIdentityPool -Name web -GuestAccess -WhatIf</code>
/// Prints every step with the trust and permissions policies, and changes nothing.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, CreateIdentityPool, SetIdentityPoolRoles, DescribeIdentityPool,
/// GetIdentityPoolRoles and GetPrincipalTagAttributeMap, and SetPrincipalTagAttributeMap for providers with an
/// attribute mapping; iam: GetRole, ListRoles, CreateRole and PutRolePolicy; ListOpenIDConnectProviders or
/// ListSAMLProviders for such a provider. Setting a role needs iam:PassRole for it. An existing pool is updated with
/// UpdateIdentityPool (-UseExisting).</para>
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
    public string? Name { get; set; }

    /// <summary>Lets anyone who knows the pool's id get guest credentials. Off unless asked for.</summary>
    [Parameter]
    public SwitchParameter GuestAccess { get; set; }

    /// <summary>A Cognito user pool to sign in with: its id, provider name, issuer or ARN, all of the Region in the id.
    /// Needs -ClientId.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? UserPoolId { get; set; }

    /// <summary>The app client of the user pool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>Further providers: hashtables such as @{ Google = '...' }, or provider objects, also from another pool.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? Provider { get; set; }

    /// <summary>An existing role for authenticated users, by name or ARN, in place of a new one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleCompleter))]
    public string? AuthenticatedRole { get; set; }

    /// <summary>The name of the new role for authenticated users. Without it: the pool's name and '_authenticatedrole'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AuthenticatedRoleName { get; set; }

    /// <summary>The permissions policy of the new role for authenticated users, as JSON. Without it: the console's
    /// basic permissions.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AuthenticatedPolicy { get; set; }

    /// <summary>An existing role for guests, by name or ARN, in place of a new one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleCompleter))]
    public string? GuestRole { get; set; }

    /// <summary>The name of the new role for guests. Without it: the pool's name and '_guestrole'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? GuestRoleName { get; set; }

    /// <summary>The permissions policy of the new role for guests, as JSON. Without it: the console's basic
    /// permissions.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? GuestPolicy { get; set; }

    /// <summary>Adds the pool to the trust policies of existing roles that do not name it yet. Their other statements
    /// stay.</summary>
    [Parameter]
    public SwitchParameter RepairTrust { get; set; }

    /// <summary>Makes no roles. Users get no credentials until the pool has roles.</summary>
    [Parameter]
    public SwitchParameter NoRole { get; set; }

    /// <summary>The name of a developer provider: a back end of yours that signs users in. It can never be changed or
    /// removed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DeveloperProviderName { get; set; }

    /// <summary>Allows the basic (classic) flow, in which the caller chooses the role. Off unless asked for.</summary>
    [Parameter]
    public SwitchParameter BasicFlow { get; set; }

    /// <summary>Tags of the pool, as a hashtable; at most 50.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    public IDictionary? Tag { get; set; }

    /// <summary>Takes the pool of that name if there is one, and changes only what you said and it lacks.</summary>
    [Parameter]
    public SwitchParameter UseExisting { get; set; }

    /// <summary>Makes the pool even when one of that name is there.</summary>
    [Parameter]
    public SwitchParameter AllowDuplicate { get; set; }

    /// <summary>Writes the plan as an object, for review or for a test, and changes nothing.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    private protected override object? CurrentItem => Name;

    private protected override void Process()
    {
        PoolRules.CheckName(Name);
        CheckCombinations();
        var connection = Account.Connection;
        var region = RegionOf(connection);
        var providers = Run(token => ReadProvidersAsync(connection, region, token));
        var current = FindExisting(connection, region);
        var change = Run(token => ChangeAsync(connection, current, Desired(current, region, connection, providers), token));
        WarnOfUnusablePool(change.Desired);
        var plan = PoolPlanner.Plan(change);
        if (AsPlan)
        {
            WriteObject(plan);
        }
        else if (RunPlan(
            connection, plan, current?.IdentityPoolId, new PlanQuestion($"Create identity pool '{Name}'?")) is { } id)
        {
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
        if (NoRole
            && (AuthenticatedRole
                ?? GuestRole
                ?? AuthenticatedRoleName
                ?? GuestRoleName
                ?? AuthenticatedPolicy
                ?? GuestPolicy) is { } role)
        {
            throw new InvalidSettingException("NoRole", role, "contradicts the role parameters.", "Leave one of them out.");
        }
        // IAM's names of roles differ by more than their case.
        if (AuthenticatedRoleName is not null
            && string.Equals(AuthenticatedRoleName, GuestRoleName, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidSettingException(
                nameof(GuestRoleName), GuestRoleName, "is the name of the role for authenticated users too.",
                "Specify two names.");
        }
        RolePolicyArgument.Check("AuthenticatedPolicy", AuthenticatedPolicy);
        RolePolicyArgument.Check("GuestPolicy", GuestPolicy);
    }

    private async Task<IReadOnlyList<PoolIdentityProvider>> ReadProvidersAsync(
        AccountConnection connection, string region, CancellationToken cancellationToken)
    {
        var caller = await connection.GetCallerAsync(region, cancellationToken).ConfigureAwait(false);
        var providers = ProviderArgument.Read(Provider, AwsPartition.FromRegion(region), caller.Account).ToList();
        if (UserPoolId is not null)
            providers.Insert(0, ProviderBuilder.UserPool(UserPoolId, ClientId!));
        if (DeveloperProviderName is not null)
            providers.Add(ProviderBuilder.Developer(DeveloperProviderName));
        await new IamProviders(connection, region).CheckAsync(providers, Reporter, cancellationToken).ConfigureAwait(false);
        return providers;
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
        return ReadPool(connection, found[0].IdentityPoolId);
    }

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
            GuestAccess = IsBound(nameof(GuestAccess)) ? GuestAccess : start.GuestAccess,
            BasicFlow = IsBound(nameof(BasicFlow))
                ? (BasicFlow ? BasicFlowState.Active : BasicFlowState.Inactive)
                : start.BasicFlow,
            Providers = ProviderArgument.Add(start, providers),
            Tags = start.Tags.SetItems(TagArgument.Read(nameof(Tag), Tag)),
        };
    }

    private async Task<PoolChange> ChangeAsync(
        AccountConnection connection, IdentityPool? current, IdentityPool desired, CancellationToken cancellationToken)
    {
        var trust = new RoleTrustPlanner(connection, desired, RepairTrust);
        var roles = new List<NewRole>();
        if (!NoRole)
        {
            var planner = new RolePlanner(connection, trust);
            async Task<string> PlanAsync(RoleWish wish)
            {
                var role = await planner.PlanAsync(wish, desired, cancellationToken).ConfigureAwait(false);
                if (role.New is not null)
                    roles.Add(role.New);
                return role.Arn;
            }
            if (AuthenticatedRole is not null || desired.AuthenticatedRole is null)
            {
                desired = desired with
                {
                    AuthenticatedRole = await PlanAsync(new RoleWish(
                        PoolIdentityType.Authenticated, AuthenticatedRole, AuthenticatedRoleName,
                        AuthenticatedPolicy, nameof(AuthenticatedRole))).ConfigureAwait(
                        false),
                };
            }
            if (GuestRole is not null || (desired.GuestAccess && desired.GuestRole is null))
            {
                desired = desired with
                {
                    GuestRole = await PlanAsync(new RoleWish(
                        PoolIdentityType.Guest, GuestRole, GuestRoleName,
                        GuestPolicy, nameof(GuestRole))).ConfigureAwait(
                        false),
                };
            }
        }
        if (roles.Count == 2 && string.Equals(roles[0].Name, roles[1].Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidSettingException(
                GuestRoleName is null ? nameof(AuthenticatedRoleName) : nameof(GuestRoleName), roles[1].Name,
                "both new roles would have this name.", "Specify another name.");
        }
        var change = await new ProviderPlanner(trust)
            .PlanAsync(new PoolChange(current, desired), cancellationToken)
            .ConfigureAwait(false);
        return change with { NewRoles = roles, TrustEdits = trust.Edits, Warnings = [.. change.Warnings, .. trust.Warnings] };
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
