using System.Management.Automation;
using System.Security;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Providers;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Providers;

/// <summary>Changes one identity provider of an identity pool: application id, token check, role setting, rules, role
/// resolution, attribute mapping.</summary>
/// <remarks>
/// <para>What you do not name stays: the other settings of the provider, the other providers, the pool. Rules may be
/// replaced (-Rule), added or inserted (-AddRule, -At) and removed (-RemoveRule); -RemoveRule 2 -AddRule $rule -At 2
/// replaces one. Roles of new rules are looked up, and one whose trust policy refuses the pool is an error that names
/// the failing condition; -RepairTrust mends the policy instead.</para>
/// <para>With the role setting Rules the first rule that fits gives the role, with Token the token's
/// cognito:preferred_role or cognito:roles claim does (Cognito user pools only). When none fits, the role resolution
/// gives the authenticated role or denies; without -RoleResolution a new role setting denies.</para>
/// <para>With an attribute mapping, claims become principal tags of the session. The roles that the provider's users
/// get must then allow sts:TagSession: for roles that this module made for the pool the plan adds it, for others it
/// warns, or adds it with -RepairTrust. The app clients of one user pool share one mapping.</para>
/// <para>Another application id cuts off the present users of the provider: their tokens are of the old application. So
/// -ClientId asks first, unless -Force is given. It does not change the app at the provider.</para>
/// </remarks>
/// <example>
/// <title>A rule for a team, all others are denied</title>
/// <code>Set-PoolIdentityProvider shop CognitoUserPool -AddRule @{ Claim = 'custom:team'; Value = 'web'; Role = 'shop-web' } -RoleResolution Deny</code>
/// Adds the rule after those that are there.
/// </example>
/// <example>
/// <title>Roles from the token</title>
/// <code>Set-PoolIdentityProvider shop us-east-1_AbCdEf123 -RoleSetting Token -RoleResolution AuthenticatedRole</code>
/// Users get the role of their group in the user pool, and the authenticated role where the token names no single one.
/// </example>
/// <example>
/// <title>Claims as principal tags</title>
/// <code>Set-PoolIdentityProvider shop Google -AttributeMapping @{ domain = 'hd' } -WhatIf</code>
/// Shows the mapping and the sts:TagSession that the roles need.
/// </example>
/// <example>
/// <title>Many pools</title>
/// <code>Get-CognitoIdentityPool dev-* | Get-PoolIdentityProvider -Type Google | Set-PoolIdentityProvider -RoleResolution Deny</code>
/// Denies users whom no rule fits.
/// </example>
/// <example>
/// <title>Settings from a file</title>
/// <code>"IdentityPool,Provider,RoleSetting,RoleResolution`nshop,CognitoUserPool,Token,Deny" | ConvertFrom-Csv |
///     Set-PoolIdentityProvider</code>
/// The columns of a row are the settings. What Get-PoolIdentityProvider wrote names the provider only: its settings are not
/// taken, so that nobody's change is undone; see about_CognitoPools_Objects.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap, and as
/// far as something changes UpdateIdentityPool, SetIdentityPoolRoles and SetPrincipalTagAttributeMap; iam: GetRole, and
/// UpdateAssumeRolePolicy with -RepairTrust. Setting rules needs iam:PassRole for their roles. A pool given by its name
/// costs ListIdentityPools too; an id does not.</para>
/// <para>When a step fails, the finished ones are undone, which needs the permissions of the opposite calls as well.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Amazon
/// Cognito: role-based access control</seealso>
[Cmdlet(VerbsCommon.Set, "PoolIdentityProvider", SupportsShouldProcess = true)]
[OutputType(typeof(PoolIdentityProvider), typeof(PoolPlan))]
public sealed class SetPoolIdentityProviderCommand : ProviderEditCommand
{
    private string changedKey = "";
    private string? irreversibleWarning;

    /// <summary>Another app client of the user pool, or another application id. The provider's present users are cut
    /// off.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Specifies the consumer secret of a Twitter application: that of the new consumer key in -ClientId, or a
    /// new one for the key that the provider has.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SecureString? ConsumerSecret { get; set; }

    /// <summary>Specifies whether each sign-in asks the user pool whether the user is still signed in: $true or
    /// $false.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag(AllowsNull = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? ServerSideTokenCheck { get; set; }

    /// <summary>How the provider's users get their role: Default (the authenticated role), Rules or Token.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(RoleSetting))]
    [ArgumentCompleter(typeof(ChoiceCompleter<RoleSetting>))]
    public Choice<RoleSetting> RoleSetting { get; set; }

    /// <summary>What users get whom no rule fits, or whose token names no single role: AuthenticatedRole or Deny.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(RoleResolution), AllowsNull = true)]
    [ArgumentCompleter(typeof(ChoiceCompleter<RoleResolution>))]
    public Choice<RoleResolution>? RoleResolution { get; set; }

    /// <summary>All rules, in place of those that are there: what New-PoolRoleRule makes, or hashtables. At most 25.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Rules")]
    [ArgumentCompleter(typeof(RuleTableCompleter))]
    public PSObject[]? Rule { get; set; }

    /// <summary>Rules to add after the last, or at -At. One that is there already is not added twice.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RuleTableCompleter))]
    public PSObject[]? AddRule { get; set; }

    /// <summary>The number that the first added rule gets, from 1.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [ArgumentCompleter(typeof(RulePlaceCompleter))]
    public int At { get; set; }

    /// <summary>Rules to remove: their numbers from 1, rule objects or hashtables. Removal comes before -AddRule.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RuleNumberCompleter))]
    public PSObject[]? RemoveRule { get; set; }

    /// <summary>Which claims become principal tags: Inactive, Default (username and client), or a hashtable of tag to
    /// claim, such as @{ team = 'custom:team' }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AttributeMappingCompleter))]
    public PSObject? AttributeMapping { get; set; }

    /// <summary>Mends the trust policies of the roles that the provider's users get, also of roles that were not made
    /// for this pool. The other statements stay.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter RepairTrust { get; set; }

    private protected override PoolParts Needs =>
        new(ClientId is not null || ConsumerSecret is not null || TouchesAccess, provider => TouchesAccess && IsMeant(provider));

    private bool TouchesAccess =>
        IsBound(nameof(RoleSetting))
            || RoleResolution is not null
            || Rule is not null
            || AddRule is not null
            || RemoveRule is not null
            || AttributeMapping is not null
            || RepairTrust;

    private protected override PlanQuestion QuestionAbout(IdentityPool current) => base.QuestionAbout(current) with
    {
        IrreversibleWarning = irreversibleWarning,
    };

    private protected override void CheckParameters() => Combination.OnlyWithAny(
        nameof(RepairTrust),
        RepairTrust,
        (nameof(Rule), Rule is not null),
        (nameof(AddRule), AddRule is not null),
        (nameof(AttributeMapping), AttributeMapping is not null));

    private protected override PoolChange Change(AccountConnection connection, IdentityPool current)
    {
        var provider = Find(current);
        var edit = ReadEdit(provider);
        var changed = edit.Apply(provider);
        changedKey = changed.Key;
        irreversibleWarning = ConsumerKey(changed.ClientId) == ConsumerKey(provider.ClientId) ? null
            : $"The application id of {provider.Type} {provider.Name} in identity pool {current} changes from "
                + $"'{provider.ShownClientId}' to '{changed.ShownClientId}': the provider's present users are cut off "
                + $"until they sign in to the new application.";
        var providers = current.Providers.Select(known => known.Key == provider.Key ? changed : known).ToList();
        var shared = edit.AttributeMapping is null ? null : SharedMappings.Warning(providers, changed);
        var trust = new RoleTrustPlanner(connection, current, RepairTrust);
        var change = Run(token => new ProviderPlanner(trust).PlanAsync(
            new PoolChange(current, current with { Providers = SharedMappings.With(providers, changed) }), token));
        return change with
        {
            TrustEdits = trust.Edits,
            Warnings =
            [
                .. new[] { irreversibleWarning, shared }.OfType<string>(),
                .. change.Warnings,
                .. trust.Warnings,
            ],
        };
    }

    private string WithSecret(PoolIdentityProvider provider, SecureString secret)
    {
        if (provider.Type != ProviderType.Twitter)
        {
            throw new InvalidSettingException(
                nameof(ConsumerSecret), null, $"only a Twitter provider has a consumer secret, not {provider.Type}.",
                "Omit -ConsumerSecret.");
        }
        return $"{ClientId ?? ConsumerKey(provider.ClientId)};{SecretText.Read(secret)}";
    }

    private static string? ConsumerKey(string? clientId) => clientId?.Split(';')[0];

    private protected override void WriteResult(AccountConnection connection, string identityPoolId) =>
        WriteChanged(identityPoolId, () =>
        [
            .. ReadPool(connection, identityPoolId, new PoolParts(true, provider => provider.Key == changedKey)).Providers
                .Where(provider => provider.Key == changedKey),
        ]);

    private ProviderEdit ReadEdit(PoolIdentityProvider provider) => new()
    {
        ClientId = ConsumerSecret is null ? ClientId : WithSecret(provider, ConsumerSecret),
        ServerSideTokenCheck = ServerSideTokenCheck,
        RoleSetting = IsBound(nameof(RoleSetting)) ? RoleSetting : null,
        RoleResolution = RoleResolution,
        Rules = RuleArgument.Edit(Rule, AddRule, IsBound(nameof(At)) ? At : null, RemoveRule),
        AttributeMapping = AttributeMapping is null ? null : ProviderSettings.Mapping(Unwrapped.Value(AttributeMapping)),
    };
}
