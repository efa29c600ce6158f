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

/// <summary>Adds an identity provider to an identity pool. Existing providers stay unchanged.</summary>
/// <remarks>
/// <para>Use this cmdlet to allow the users of a provider to sign in to the pool. Specify the provider by the value
/// that you have: the id, ARN or issuer of a user pool; the id of an application; or the ARN or issuer of an IAM
/// provider. The cmdlet builds the key that the service expects.</para>
/// <para>You can set the role setting, rules and attribute mapping in the same call; Set-PoolIdentityProvider describes
/// them. The cmdlet looks up the roles of rules. A role whose trust policy does not accept the pool is an error, unless
/// -RepairTrust is specified to repair the policy.</para>
/// <para>If the pool already has the provider, nothing changes, and the cmdlet writes a warning if the settings differ.
/// If the pool has the provider with another application id, the cmdlet writes an error, because replacing the id would
/// cut off the provider's users.</para>
/// <para>This cmdlet cannot create providers in IAM or applications at Google or Facebook. A developer provider cannot
/// be changed or removed after it is added.</para>
/// </remarks>
/// <example>
/// <title>A Cognito user pool</title>
/// <code>Add-PoolIdentityProvider blog -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789</code>
/// Adds the app client and turns the server-side token check on.
/// </example>
/// <example>
/// <title>Google, in every development pool</title>
/// <code>Get-CognitoIdentityPool dev-* | Add-PoolIdentityProvider -GoogleClientId 123-abc.apps.googleusercontent.com</code>
/// Adds Google to each pool that does not have it.
/// </example>
/// <example>
/// <title>An OpenID Connect provider by its issuer</title>
/// <code>Add-PoolIdentityProvider shop -OpenIdConnectProvider https://login.example.com -WhatIf</code>
/// Shows the change. The cmdlet completes the issuer to the ARN of the IAM provider.
/// </example>
/// <example>
/// <title>A provider with rules</title>
/// <code>Add-PoolIdentityProvider blog -GoogleClientId 123-abc.apps.googleusercontent.com -RoleResolution Deny `
///     -Rule @{ Claim = 'hd'; Value = 'example.com'; Role = 'blog-staff' }</code>
/// Adds Google. Users of the domain get the role; all other Google users are denied.
/// </example>
/// <example>
/// <title>GitHub Actions, with the repository as a principal tag</title>
/// <code>New-CognitoIdentityPool ci -NoRole
/// Add-PoolIdentityProvider ci -OpenIdConnectProvider token.actions.githubusercontent.com `
///     -AttributeMapping @{ repository = 'repository'; branch = 'ref' }
/// New-PoolTrustPolicy ci Authenticated -RequestTag @{ repository = 'acme/shop' } -Provider token.actions.githubusercontent.com</code>
/// The claims of a workflow's token become tags of its session. The last command creates the trust policy of a role
/// that only the workflows of acme/shop can assume. See New-PoolTrustPolicy for the whole setup.
/// </example>
/// <example>
/// <title>The provider of another pool</title>
/// <code>Get-PoolIdentityProvider shop Google | Add-PoolIdentityProvider blog -RepairTrust</code>
/// Adds the provider with its role setting, rules and attribute mapping. -RepairTrust lets the roles of the rules also
/// accept the users of the pool blog. You can also pipe rows of a file with columns
/// such as UserPoolId and ClientId, GoogleClientId, or FacebookAppId.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap and
/// UpdateIdentityPool; SetIdentityPoolRoles with rules or a role setting; SetPrincipalTagAttributeMap with an attribute
/// mapping. iam: GetRole for the roles of rules; UpdateAssumeRolePolicy with -RepairTrust; ListOpenIDConnectProviders
/// or ListSAMLProviders for a provider of that type. A pool specified by its name also requires ListIdentityPools; an
/// id does not.</para>
/// <para>When a step fails, the cmdlet undoes the steps that were already done. This requires the permissions for the
/// opposite calls.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html">Amazon
/// Cognito: identity providers of identity pools</seealso>
[Cmdlet(VerbsCommon.Add, "PoolIdentityProvider", SupportsShouldProcess = true, DefaultParameterSetName = UserPoolSet)]
[OutputType(typeof(PoolIdentityProvider), typeof(PoolPlan))]
public sealed class AddPoolIdentityProviderCommand : PoolEditCommand
{
    private const string UserPoolSet = "UserPool";
    private const string GoogleSet = "Google";
    private const string FacebookSet = "Facebook";
    private const string AmazonSet = "Amazon";
    private const string AppleSet = "Apple";
    private const string TwitterSet = "Twitter";
    private const string OpenIdConnectSet = "OpenIdConnect";
    private const string SamlSet = "Saml";
    private const string DeveloperSet = "Developer";
    private const string ObjectSet = "Provider";

    private IReadOnlyList<string> added = [];

    /// <summary>Specifies a Cognito user pool by its id, provider name, issuer or ARN. The Region must be that of the
    /// id. You can append a colon and the app client to each of them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UserPoolSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public string? UserPoolId { get; set; }

    /// <summary>Specifies the app client of the user pool. It is not required if -UserPoolId includes the app
    /// client.</summary>
    [Parameter(ParameterSetName = UserPoolSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Specifies whether each sign-in checks with the user pool that the user is still signed in: $true or
    /// $false. By default, $true. With $false, users who were signed out or deleted still get credentials.</summary>
    [Parameter(ParameterSetName = UserPoolSet)]
    [Flag(AllowsNull = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? ServerSideTokenCheck { get; set; }

    /// <summary>An older name for -ServerSideTokenCheck $false.</summary>
    [Parameter(ParameterSetName = UserPoolSet, DontShow = true)]
    public SwitchParameter NoServerSideTokenCheck { get; set; }

    /// <summary>Specifies the client id of a Google application. It ends with .apps.googleusercontent.com.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GoogleSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GoogleClientIdCompleter))]
    public string? GoogleClientId { get; set; }

    /// <summary>Specifies the id of a Facebook app. It consists of digits.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FacebookSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FacebookAppIdCompleter))]
    public string? FacebookAppId { get; set; }

    /// <summary>Specifies the id of a Login with Amazon application. It begins with amzn1.application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AmazonSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AmazonAppIdCompleter))]
    public string? AmazonAppId { get; set; }

    /// <summary>Specifies the Services ID or Bundle ID of a Sign in with Apple application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AppleSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AppleServicesIdCompleter))]
    public string? AppleServicesId { get; set; }

    /// <summary>Specifies the consumer key of a Twitter application (legacy).</summary>
    [Parameter(Mandatory = true, ParameterSetName = TwitterSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TwitterConsumerKeyCompleter))]
    public string? TwitterConsumerKey { get; set; }

    /// <summary>Specifies the consumer secret of the Twitter application. The service stores it in the pool's settings,
    /// where it can be read.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TwitterSet)]
    [ValidateNotNull]
    [OneValue]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SecureString? TwitterConsumerSecret { get; set; }

    /// <summary>Specifies an OpenID Connect provider of IAM by its ARN or its https issuer.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OpenIdConnectSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OpenIdConnectProviderCompleter))]
    public string? OpenIdConnectProvider { get; set; }

    /// <summary>Specifies a SAML provider of IAM by its ARN or its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SamlSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SamlProviderCompleter))]
    public string? SamlProvider { get; set; }

    /// <summary>Specifies the name of a developer provider: 1 to 128 letters, digits and the characters . _ -. It
    /// cannot be changed or removed later.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DeveloperSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DeveloperProviderCompleter))]
    public string? DeveloperProviderName { get; set; }

    /// <summary>Specifies one or more providers as hashtables, as provider objects, also from another pool, or as rows
    /// of a file. The keys of a table are UserPoolId and ClientId, or one of Google, Facebook, Amazon, Apple, Twitter,
    /// Digits, OpenIdConnect, Saml and Developer with the provider's id, issuer, ARN or name. Optional keys are
    /// ServerSideTokenCheck, RoleSetting, RoleResolution, Rules and AttributeMapping. For example: @{ Google =
    /// '123-abc.apps.googleusercontent.com' }.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ProviderTableCompleter))]
    public PSObject[]? Provider { get; set; }

    /// <summary>Specifies how the provider's users get their role: Default (the authenticated role), Rules or
    /// Token.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(RoleSetting))]
    [ArgumentCompleter(typeof(ChoiceCompleter<RoleSetting>))]
    public Choice<RoleSetting> RoleSetting { get; set; }

    /// <summary>Specifies what happens to a user when no rule matches or the token does not name a single role:
    /// AuthenticatedRole or Deny. By default, Deny.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(RoleResolution), AllowsNull = true)]
    [ArgumentCompleter(typeof(ChoiceCompleter<RoleResolution>))]
    public Choice<RoleResolution>? RoleResolution { get; set; }

    /// <summary>Specifies the rules in their order. Each rule is the output of New-PoolRoleRule or a hashtable with the
    /// keys Claim, Operator, Value and Role. Operator is Equals (the default), NotEqual, StartsWith or Contains; Role
    /// is a name or an ARN. At most 25 rules.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Rules")]
    [ArgumentCompleter(typeof(RuleTableCompleter))]
    public PSObject[]? Rule { get; set; }

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

    // Adding a provider needs neither the roles nor the mappings of the others.
    private protected override PoolParts Needs =>
        ParameterSetName == ObjectSet || RepairTrust || HasSettings ? PoolParts.Whole : PoolParts.Settings;

    private bool HasSettings =>
        IsBound(nameof(RoleSetting)) || RoleResolution is not null || Rule is not null || AttributeMapping is not null;

    private protected override void CheckParameters()
    {
        Combination.OneOf(
            (nameof(ServerSideTokenCheck), ServerSideTokenCheck is not null),
            (nameof(NoServerSideTokenCheck), IsBound(nameof(NoServerSideTokenCheck))));
        Combination.OnlyWithAny(
            nameof(RepairTrust),
            RepairTrust,
            (nameof(Rule), Rule is not null),
            (nameof(AttributeMapping), AttributeMapping is not null),
            (nameof(Provider), Provider is not null));
    }

    private protected override PoolChange Change(AccountConnection connection, IdentityPool current)
    {
        var edit = ReadEdit();
        var trust = new RoleTrustPlanner(connection, current, RepairTrust);
        return Run(async token =>
        {
            var caller = await connection.GetCallerAsync(token).ConfigureAwait(false);
            var wanted = await new IamProviders(connection, current.Region)
                .FindAsync(
                    [.. Wanted(AwsPartition.FromRegion(current.Region), caller.Account).Select(edit.Apply)], Reporter, token)
                .ConfigureAwait(false);
            added = [.. wanted.Select(provider => provider.Key)];
            var providers = ProviderArgument.Add(current, wanted);
            var mapped = wanted.Where(provider => TaggedRoles.IsTagged(provider)
                && !current.Providers.Any(known => known.Key == provider.Key)).Aggregate(providers, SharedMappings.With);
            var change = await new ProviderPlanner(trust)
                .PlanAsync(new PoolChange(current, current with { Providers = mapped }), token)
                .ConfigureAwait(false);
            return change with
            {
                TrustEdits = trust.Edits,
                Warnings =
                [
                    .. Notes(current, wanted, mapped),
                    .. change.Warnings,
                    .. trust.Warnings,
                ],
            };
        });
    }

    private protected override void WriteResult(AccountConnection connection, string identityPoolId) =>
        WriteChanged(identityPoolId, () =>
        [
            .. ReadPool(connection, identityPoolId, new PoolParts(true, provider => added.Contains(provider.Key))).Providers
                .Where(provider => added.Contains(provider.Key)),
        ]);

    private static IEnumerable<string> Notes(
        IdentityPool current, IReadOnlyList<PoolIdentityProvider> wanted, IReadOnlyList<PoolIdentityProvider> providers)
    {
        foreach (var provider in wanted)
        {
            var there = current.Providers.FirstOrDefault(known => known.Key == provider.Key);
            if (there is null && TaggedRoles.IsTagged(provider) && SharedMappings.Warning(providers, provider) is { } shared)
                yield return shared;
            if (there is not null && !there.Equals(provider))
            {
                yield return $"Identity pool {current} already has the provider {provider} with other settings. They stay unchanged. "
                    + $"Use Set-PoolIdentityProvider to change them.";
            }
        }
    }

    private ProviderEdit ReadEdit() => new()
    {
        RoleSetting = IsBound(nameof(RoleSetting)) ? RoleSetting : null,
        RoleResolution = RoleResolution,
        Rules = RuleArgument.Edit(Rule, null, null, null),
        AttributeMapping = AttributeMapping is null ? null : ProviderSettings.Mapping(Unwrapped.Value(AttributeMapping)),
    };

    private IEnumerable<PoolIdentityProvider> Wanted(AwsPartition partition, string accountId) => ParameterSetName switch
    {
        UserPoolSet => [ProviderBuilder.UserPool(UserPoolId!, ClientId ?? "", ServerSideTokenCheck ?? !NoServerSideTokenCheck)],
        GoogleSet => [ProviderBuilder.Public(ProviderType.Google, GoogleClientId!)],
        FacebookSet => [ProviderBuilder.Public(ProviderType.Facebook, FacebookAppId!)],
        AmazonSet => [ProviderBuilder.Public(ProviderType.Amazon, AmazonAppId!)],
        AppleSet => [ProviderBuilder.Public(ProviderType.Apple, AppleServicesId!)],
        TwitterSet =>
            [ProviderBuilder.Public(ProviderType.Twitter, $"{TwitterConsumerKey};{SecretText.Read(TwitterConsumerSecret!)}")],
        OpenIdConnectSet => [ProviderBuilder.OpenIdConnect(OpenIdConnectProvider!, partition, accountId)],
        SamlSet => [ProviderBuilder.Saml(SamlProvider!, partition, accountId)],
        DeveloperSet => [ProviderBuilder.Developer(DeveloperProviderName!)],
        _ => ProviderArgument.Read(Provider, partition, accountId, !IsArgument(nameof(Provider))),
    };
}
