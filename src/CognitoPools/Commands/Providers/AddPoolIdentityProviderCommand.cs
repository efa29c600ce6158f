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

/// <summary>Adds an identity provider to an identity pool. The providers that are there stay.</summary>
/// <remarks>
/// <para>Takes the forms in which you have a provider: a user pool's id, ARN or issuer; an application's id; an IAM
/// provider's ARN or issuer. The right key for the service is made from it.</para>
/// <para>Role setting, rules and attribute mapping can be given at once; see Set-PoolIdentityProvider for what they
/// mean. Roles of rules are looked up, and one whose trust policy refuses the pool is an error; -RepairTrust mends the
/// policy instead.</para>
/// <para>Adding a provider that the pool has changes nothing, and a warning says so when its settings differ. The same
/// provider with another application id is an error, because replacing the id cuts off the provider's users. A
/// developer provider can never be changed or removed once it is set. It does not create providers in IAM nor apps at
/// Google or Facebook.</para>
/// </remarks>
/// <example>
/// <title>A Cognito user pool</title>
/// <code>Add-PoolIdentityProvider blog -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789</code>
/// Adds the app client with its token check on.
/// </example>
/// <example>
/// <title>Google, in every development pool</title>
/// <code>Get-CognitoIdentityPool dev-* | Add-PoolIdentityProvider -GoogleClientId 123-abc.apps.googleusercontent.com</code>
/// Adds Google to each pool that lacks it.
/// </example>
/// <example>
/// <title>An OpenID Connect provider by its issuer</title>
/// <code>Add-PoolIdentityProvider shop -OpenIdConnectProvider https://login.example.com -WhatIf</code>
/// Shows the change; the issuer is completed to the ARN of the IAM provider.
/// </example>
/// <example>
/// <title>With rules at once</title>
/// <code>Add-PoolIdentityProvider blog -GoogleClientId 123-abc.apps.googleusercontent.com -RoleResolution Deny `
///     -Rule @{ Claim = 'hd'; Value = 'example.com'; Role = 'blog-staff' }</code>
/// Adds Google; users of the domain get the role, all others are denied.
/// </example>
/// <example>
/// <title>GitHub Actions, with the repository as a principal tag</title>
/// <code>New-CognitoIdentityPool ci -NoRole
/// Add-PoolIdentityProvider ci -OpenIdConnectProvider token.actions.githubusercontent.com `
///     -AttributeMapping @{ repository = 'repository'; branch = 'ref' }
/// New-PoolTrustPolicy ci Authenticated -RequestTag @{ repository = 'acme/shop' } -Provider token.actions.githubusercontent.com</code>
/// The claims of a workflow's token become tags of its session. The last command writes the trust policy of a role that
/// only the workflows of acme/shop get; New-PoolTrustPolicy has the whole setup.
/// </example>
/// <example>
/// <title>The provider of another pool</title>
/// <code>Get-PoolIdentityProvider shop Google | Add-PoolIdentityProvider blog</code>
/// Adds it with its role setting, rules and attribute mapping. A row of a file with the columns UserPoolId and ClientId, or
/// GoogleClientId, FacebookAppId and so on, does the same.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap,
/// UpdateIdentityPool, and with rules or a role setting SetIdentityPoolRoles, with an attribute mapping
/// SetPrincipalTagAttributeMap; iam: GetRole for the roles of rules, UpdateAssumeRolePolicy with -RepairTrust,
/// ListOpenIDConnectProviders or ListSAMLProviders for such a provider. A pool given by its name costs
/// ListIdentityPools too; an id does not.</para>
/// <para>When a step fails, the finished ones are undone, which needs the permissions of the opposite calls as well.</para>
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

    /// <summary>A Cognito user pool: its id, provider name, issuer or ARN, all of the Region in the id, and each also with a colon
    /// and the app client.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UserPoolSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public string? UserPoolId { get; set; }

    /// <summary>The app client of the user pool, unless -UserPoolId names it behind a colon.</summary>
    [Parameter(ParameterSetName = UserPoolSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Whether each sign-in asks the user pool that the user is still signed in: $true or $false. Without it: $true. With
    /// $false, users who were signed out or deleted still get credentials.</summary>
    [Parameter(ParameterSetName = UserPoolSet)]
    [Flag(AllowsNull = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? ServerSideTokenCheck { get; set; }

    /// <summary>The earlier spelling of -ServerSideTokenCheck $false.</summary>
    [Parameter(ParameterSetName = UserPoolSet, DontShow = true)]
    public SwitchParameter NoServerSideTokenCheck { get; set; }

    /// <summary>The client id of a Google application, ending with .apps.googleusercontent.com.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GoogleSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GoogleClientIdCompleter))]
    public string? GoogleClientId { get; set; }

    /// <summary>The id of a Facebook app, all digits.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FacebookSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FacebookAppIdCompleter))]
    public string? FacebookAppId { get; set; }

    /// <summary>The id of a Login with Amazon application, beginning with amzn1.application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AmazonSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AmazonAppIdCompleter))]
    public string? AmazonAppId { get; set; }

    /// <summary>The Services ID or Bundle ID of a Sign in with Apple application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AppleSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AppleServicesIdCompleter))]
    public string? AppleServicesId { get; set; }

    /// <summary>The consumer key of a Twitter application (legacy).</summary>
    [Parameter(Mandatory = true, ParameterSetName = TwitterSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TwitterConsumerKeyCompleter))]
    public string? TwitterConsumerKey { get; set; }

    /// <summary>The consumer secret of the Twitter application. The service keeps it readable in the pool's settings.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TwitterSet)]
    [ValidateNotNull]
    [OneValue]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SecureString? TwitterConsumerSecret { get; set; }

    /// <summary>An OpenID Connect provider of IAM: its ARN or its https issuer.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OpenIdConnectSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OpenIdConnectProviderCompleter))]
    public string? OpenIdConnectProvider { get; set; }

    /// <summary>A SAML provider of IAM: its ARN or its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SamlSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SamlProviderCompleter))]
    public string? SamlProvider { get; set; }

    /// <summary>The name of a developer provider. It can never be changed or removed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DeveloperSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DeveloperProviderCompleter))]
    public string? DeveloperProviderName { get; set; }

    /// <summary>Providers as hashtables such as @{ Google = '...' }, as objects, also from another pool, or as rows of a
    /// file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ProviderTableCompleter))]
    public PSObject[]? Provider { get; set; }

    /// <summary>How the provider's users get their role: Default (the authenticated role), Rules or Token.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(RoleSetting))]
    [ArgumentCompleter(typeof(ChoiceCompleter<RoleSetting>))]
    public Choice<RoleSetting> RoleSetting { get; set; }

    /// <summary>What users get whom no rule fits, or whose token names no single role: AuthenticatedRole or Deny.
    /// Without it: Deny.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(RoleResolution), AllowsNull = true)]
    [ArgumentCompleter(typeof(ChoiceCompleter<RoleResolution>))]
    public Choice<RoleResolution>? RoleResolution { get; set; }

    /// <summary>Rules in their order: what New-PoolRoleRule makes, or hashtables. At most 25.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Rules")]
    [ArgumentCompleter(typeof(RuleTableCompleter))]
    public PSObject[]? Rule { get; set; }

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
                yield return $"{current} has the provider {provider} already, with other settings, which stay. "
                    + $"Set-PoolIdentityProvider changes them.";
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
