using System.Management.Automation;
using System.Security;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Pools;
using CognitoPools.Providers;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Providers;

/// <summary>Adds an identity provider to an identity pool. The providers that are there stay.</summary>
/// <remarks>
/// <para>Takes the forms in which you have a provider: a user pool's id, ARN or issuer; an application's id; an IAM provider's ARN or issuer. The right key for the service is made from it.</para>
/// <para>Adding a provider that the pool has changes nothing. The same provider with another application id is an error, because replacing the id cuts off the provider's users. A developer provider can never be changed or removed once it is set. It does not create providers in IAM nor apps at Google or Facebook.</para>
/// </remarks>
/// <example>
/// <title>A Cognito user pool</title>
/// <code>Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789</code>
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
[Cmdlet(VerbsCommon.Add, "PoolIdentityProvider", SupportsShouldProcess = true, DefaultParameterSetName = UserPoolSet)]
[OutputType(typeof(IdentityPool), typeof(PoolPlan))]
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

    /// <summary>A Cognito user pool: its id, ARN or issuer.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UserPoolSet)]
    [ValidateNotNullOrEmpty]
    public string? UserPoolId { get; set; }

    /// <summary>The app client of the user pool.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UserPoolSet)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>Does not ask the user pool whether the user is still signed in. Without it, users who were signed out or deleted get no credentials.</summary>
    [Parameter(ParameterSetName = UserPoolSet)]
    public SwitchParameter NoServerSideTokenCheck { get; set; }

    /// <summary>The client id of a Google application, ending with .apps.googleusercontent.com.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GoogleSet)]
    [ValidateNotNullOrEmpty]
    public string? GoogleClientId { get; set; }

    /// <summary>The id of a Facebook app, all digits.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FacebookSet)]
    [ValidateNotNullOrEmpty]
    public string? FacebookAppId { get; set; }

    /// <summary>The id of a Login with Amazon application, beginning with amzn1.application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AmazonSet)]
    [ValidateNotNullOrEmpty]
    public string? AmazonAppId { get; set; }

    /// <summary>The Services ID or Bundle ID of a Sign in with Apple application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AppleSet)]
    [ValidateNotNullOrEmpty]
    public string? AppleServicesId { get; set; }

    /// <summary>The consumer key of a Twitter application (legacy).</summary>
    [Parameter(Mandatory = true, ParameterSetName = TwitterSet)]
    [ValidateNotNullOrEmpty]
    public string? TwitterConsumerKey { get; set; }

    /// <summary>The consumer secret of the Twitter application. The service keeps it readable in the pool's settings.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TwitterSet)]
    [ValidateNotNull]
    public SecureString? TwitterConsumerSecret { get; set; }

    /// <summary>An OpenID Connect provider of IAM: its ARN or its https issuer.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OpenIdConnectSet)]
    [ValidateNotNullOrEmpty]
    public string? OpenIdConnectProvider { get; set; }

    /// <summary>A SAML provider of IAM: its ARN or its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SamlSet)]
    [ValidateNotNullOrEmpty]
    public string? SamlProvider { get; set; }

    /// <summary>The name of a developer provider. It can never be changed or removed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DeveloperSet)]
    [ValidateNotNullOrEmpty]
    public string? DeveloperProviderName { get; set; }

    /// <summary>Providers as hashtables such as @{ Google = '...' }, or as objects, also from another pool.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet)]
    [ValidateNotNullOrEmpty]
    public object[]? Provider { get; set; }

    private protected override PoolChange Change(AccountConnection connection, IdentityPool current) => Run(async token =>
    {
        var caller = await connection.GetCallerAsync(token).ConfigureAwait(false);
        IReadOnlyList<PoolIdentityProvider> wanted = [.. Wanted(AwsPartition.FromRegion(current.Region), caller.Account)];
        await new IamProviders(connection, current.Region).CheckAsync(wanted, Reporter, token).ConfigureAwait(false);
        return new PoolChange(current, current with { Providers = ProviderArgument.Add(current, wanted) });
    });

    private IEnumerable<PoolIdentityProvider> Wanted(AwsPartition partition, string accountId) => ParameterSetName switch
    {
        UserPoolSet => [ProviderBuilder.UserPool(UserPoolId!, ClientId!, !NoServerSideTokenCheck)],
        GoogleSet => [ProviderBuilder.Public(ProviderType.Google, GoogleClientId!)],
        FacebookSet => [ProviderBuilder.Public(ProviderType.Facebook, FacebookAppId!)],
        AmazonSet => [ProviderBuilder.Public(ProviderType.Amazon, AmazonAppId!)],
        AppleSet => [ProviderBuilder.Public(ProviderType.Apple, AppleServicesId!)],
        TwitterSet => [ProviderBuilder.Public(ProviderType.Twitter, $"{TwitterConsumerKey};{SecretText.Read(TwitterConsumerSecret!)}")],
        OpenIdConnectSet => [ProviderBuilder.OpenIdConnect(OpenIdConnectProvider!, partition, accountId)],
        SamlSet => [ProviderBuilder.Saml(SamlProvider!, partition, accountId)],
        DeveloperSet => [ProviderBuilder.Developer(DeveloperProviderName!)],
        _ => ProviderArgument.Read(Provider, partition, accountId),
    };
}
