using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools;
using CognitoPools.Providers;

namespace CognitoPools.Commands.Providers;

/// <summary>Gets the identity providers of an identity pool, with their role settings, rules, attribute mappings and
/// keys.</summary>
/// <remarks>
/// <para>The output contains the keys by which the service knows each provider: LoginKey in the logins of a sign-in,
/// RoleMappingKey in role mappings, and TagKey in attribute mappings. The keys differ for Cognito user pools and for
/// OpenID Connect providers. In -Provider, you can use any of these keys, or the provider's kind, id or issuer.</para>
/// <para>The cmdlet reads the settings and roles of the pool, and the attribute mappings of the providers that it
/// returns. It cannot read the user pools or the IAM providers themselves.</para>
/// </remarks>
/// <example>
/// <title>All providers of a pool</title>
/// <code>Get-PoolIdentityProvider shop</code>
/// Returns each provider.
/// </example>
/// <example>
/// <title>The rules of one provider</title>
/// <code>(Get-PoolIdentityProvider dev-one Google).Rules</code>
/// Returns the rules in their order.
/// </example>
/// <example>
/// <title>Change Google in every development pool</title>
/// <code>Get-CognitoIdentityPool dev-* | Get-PoolIdentityProvider | Where-Object Type -eq Google | Set-PoolIdentityProvider -RoleResolution Deny -WhatIf</code>
/// Shows what would change.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles, and GetPrincipalTagAttributeMap once for
/// each provider. A pool specified by its name also requires ListIdentityPools; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html">Amazon
/// Cognito: identity providers of identity pools</seealso>
[Cmdlet(VerbsCommon.Get, "PoolIdentityProvider")]
[OutputType(typeof(PoolIdentityProvider))]
public sealed class GetPoolIdentityProviderCommand : PoolTargetCommand
{
    /// <summary>Specifies the providers to get by kind, name, user pool id, issuer, ARN, application id or key.
    /// Wildcards are allowed.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string[]? Provider { get; set; }

    /// <summary>Specifies the kinds of provider to get.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [OneValue(Of = typeof(ProviderType), Several = true)]
    [ArgumentCompleter(typeof(ChoiceCompleter<ProviderType>))]
    public Choice<ProviderType>[]? Type { get; set; }

    private protected override void Process()
    {
        // A piped provider also names its pool, but the user wants that provider, not all of the pool.
        var piped = IsBound(nameof(Provider)) || IsBound(nameof(Type)) || OwnObject.TypeOf(Pool) != nameof(PoolIdentityProvider)
            ? null
            : ProviderNameAttribute.Of(Pool);
        var names = piped is null ? Provider?.Select(Named).ToList() : [Named(piped)];
        bool IsWanted(PoolIdentityProvider provider) =>
            Type?.Contains(provider.Type) != false && names?.Exists(isNamed => isNamed(provider)) != false;

        var (connection, id) = ResolvePool(Pool);
        var pool = ReadPool(connection, id, new PoolParts(true, IsWanted));
        foreach (var provider in pool.Providers.Where(IsWanted))
            WriteObject(provider);
        // A pattern may match nothing, but a name that matches nothing is an error.
        foreach (var name in (Provider ?? []).Where(name => !WildcardPattern.ContainsWildcardCharacters(name)
            && ProviderForms.Find(pool.Providers, name).Count == 0))
        {
            var all = pool.Providers.Select(provider => $"{provider.Type} {provider.RoleMappingKey ?? provider.Name}").ToList();
            WriteError(PoolErrors.From(
                new PoolException(
                    PoolErrorId.ProviderNotFound, pool, name.Split(';')[0], all.Count > 0 ? all : "none",
                    ProviderForms.Question(pool.Providers, name)),
                CurrentItem));
        }
    }

    private static Func<PoolIdentityProvider, bool> Named(string text)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(text))
            return provider => ProviderForms.Find([provider], text).Count > 0;
        var pattern = Wildcard.Of(nameof(Provider), text);
        return provider => ProviderForms.Of(provider).Any(pattern.IsMatch);
    }
}
