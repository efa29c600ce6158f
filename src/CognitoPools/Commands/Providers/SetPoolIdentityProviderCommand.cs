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
/// resolution and attribute mapping.</summary>
/// <remarks>
/// <para>Use this cmdlet to change how the users of a provider sign in and get their role. Settings that you do not
/// specify stay unchanged, as do the other providers and the pool. You can replace all rules (-Rule), add or insert
/// rules (-AddRule, -At) and remove rules (-RemoveRule). For example, -RemoveRule 2 -AddRule $rule -At 2 replaces one
/// rule.</para>
/// <para>The cmdlet looks up the roles of new rules. If the trust policy of a role does not accept the pool, the cmdlet
/// writes an error that names the failing condition. Use -RepairTrust to repair the policy instead.</para>
/// <para>With the role setting Rules, the first rule that matches determines the role. With Token, the claim
/// cognito:preferred_role or cognito:roles of the token determines it; this is supported for Cognito user pools only.
/// If neither determines a role, the role resolution decides between the authenticated role and a denial. By default, a
/// new role setting has the role resolution Deny.</para>
/// <para>With an attribute mapping, claims become principal tags of the session. The roles of the provider's users must
/// then allow sts:TagSession. The plan adds it to the roles that this module created for the pool. For other roles, the
/// cmdlet writes a warning, or adds it with -RepairTrust. All app clients of a user pool share one mapping.</para>
/// <para>A new application id cuts off the current users of the provider, because their tokens were issued for the old
/// application. The cmdlet therefore prompts for confirmation before it changes -ClientId, unless -Force is
/// specified.</para>
/// <para>This cmdlet cannot change the application at the provider.</para>
/// </remarks>
/// <example>
/// <title>A rule for a team; all others are denied</title>
/// <code>Set-PoolIdentityProvider shop CognitoUserPool -AddRule @{ Claim = 'custom:team'; Value = 'web'; Role = 'shop-web' } -RoleResolution Deny</code>
/// Adds the rule after the existing rules.
/// </example>
/// <example>
/// <title>Roles from the token</title>
/// <code>Set-PoolIdentityProvider shop us-east-1_AbCdEf123 -RoleSetting Token -RoleResolution AuthenticatedRole</code>
/// Users get the role of their group in the user pool. Users whose token does not name a single role get the
/// authenticated role.
/// </example>
/// <example>
/// <title>Claims as principal tags</title>
/// <code>Set-PoolIdentityProvider shop Google -AttributeMapping @{ domain = 'hd' } -WhatIf</code>
/// Shows the mapping and the sts:TagSession permission that the roles require.
/// </example>
/// <example>
/// <title>Many pools</title>
/// <code>Get-CognitoIdentityPool dev-* | Get-PoolIdentityProvider -Type Google | Set-PoolIdentityProvider -RoleResolution Deny</code>
/// Denies users that no rule matches.
/// </example>
/// <example>
/// <title>Settings from a file</title>
/// <code>"IdentityPool,Provider,RoleSetting,RoleResolution`nshop,CognitoUserPool,Token,Deny" | ConvertFrom-Csv |
///     Set-PoolIdentityProvider</code>
/// The columns of each row are the settings. Output of Get-PoolIdentityProvider names the provider only. Its settings
/// are ignored, so that the changes of other users are not undone. See about_CognitoPools_Objects.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap;
/// UpdateIdentityPool, SetIdentityPoolRoles and SetPrincipalTagAttributeMap for the settings that change. iam: GetRole,
/// and UpdateAssumeRolePolicy with -RepairTrust. Setting rules requires iam:PassRole for their roles. A pool specified
/// by its name also requires ListIdentityPools; an id does not.</para>
/// <para>When a step fails, the cmdlet undoes the steps that were already done. This requires the permissions for the
/// opposite calls.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Amazon
/// Cognito: role-based access control</seealso>
[Cmdlet(VerbsCommon.Set, "PoolIdentityProvider", SupportsShouldProcess = true)]
[OutputType(typeof(PoolIdentityProvider), typeof(PoolPlan))]
public sealed class SetPoolIdentityProviderCommand : ProviderEditCommand
{
    private string changedKey = "";
    private string? irreversibleWarning;
    private string? clientWarning;

    /// <summary>Specifies another app client of the user pool, or another application id. The current users of the
    /// provider are cut off.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Specifies the consumer secret of a Twitter application. It belongs to the new consumer key in
    /// -ClientId, or replaces the secret of the existing key.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SecureString? ConsumerSecret { get; set; }

    /// <summary>Specifies whether each sign-in checks with the user pool that the user is still signed in: $true or
    /// $false.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag(AllowsNull = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? ServerSideTokenCheck { get; set; }

    /// <summary>Specifies how the provider's users get their role: Default (the authenticated role), Rules or
    /// Token.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(RoleSetting))]
    [ArgumentCompleter(typeof(ChoiceCompleter<RoleSetting>))]
    public Choice<RoleSetting> RoleSetting { get; set; }

    /// <summary>Specifies what happens to a user when no rule matches or the token does not name a single role:
    /// AuthenticatedRole or Deny.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(RoleResolution), AllowsNull = true)]
    [ArgumentCompleter(typeof(ChoiceCompleter<RoleResolution>))]
    public Choice<RoleResolution>? RoleResolution { get; set; }

    /// <summary>Specifies the rules that replace all existing rules. Each rule is the output of New-PoolRoleRule or a
    /// hashtable with the keys Claim, Operator, Value and Role. Operator is Equals (the default), NotEqual, StartsWith
    /// or Contains; Role is a name or an ARN. At most 25 rules.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Rules")]
    [ArgumentCompleter(typeof(RuleTableCompleter))]
    public PSObject[]? Rule { get; set; }

    /// <summary>Specifies rules to add after the last rule, or at the position in -At. They have the same forms as in
    /// -Rule. A rule that already exists is not added again.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RuleTableCompleter))]
    public PSObject[]? AddRule { get; set; }

    /// <summary>Specifies the position of the first added rule, starting at 1.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [ArgumentCompleter(typeof(RulePlaceCompleter))]
    public int At { get; set; }

    /// <summary>Specifies the rules to remove: their numbers starting at 1, rule objects, or hashtables with the keys
    /// of -Rule. Rules are removed before -AddRule adds rules.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RuleNumberCompleter))]
    public PSObject[]? RemoveRule { get; set; }

    /// <summary>Specifies which claims become principal tags: Inactive, Default (the tags username and client), or a
    /// hashtable. Its keys are the names of the tags and its values are the names of the claims, for example @{ team =
    /// 'custom:team' }. At most 50 tags.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AttributeMappingCompleter))]
    public PSObject? AttributeMapping { get; set; }

    /// <summary>Repairs the trust policies of the roles that the provider's users get, including roles that were not
    /// created for this pool. Other statements stay unchanged.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter RepairTrust { get; set; }

    private protected override PoolParts Needs =>
        new(ClientId is not null || ConsumerSecret is not null || TouchesAccess, provider => TouchesAccess && IsNamed(provider));

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
        RepeatedWarning = clientWarning,
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
        (irreversibleWarning, clientWarning) = (null, null);
        if (ConsumerKey(changed.ClientId) != ConsumerKey(provider.ClientId))
        {
            const string consequence = "current users are cut off until they sign in to the new application.";
            var (application, ids) = ($"the application id of {provider.Type} {provider.Name} in identity pool {current}",
                $"from '{provider.ShownClientId}' to '{changed.ShownClientId}'");
            irreversibleWarning = $"Change {application} {ids}? Its {consequence}";
            clientWarning = $"T{application.Substring(1)} changes {ids}. The provider's {consequence}";
        }
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
                .. new[] { clientWarning, shared }.OfType<string>(),
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
                nameof(ConsumerSecret), null, $"a {provider.Type} provider has no consumer secret; only Twitter does.",
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
