using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools;
using CognitoPools.Providers;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that edit one provider of an identity pool.</summary>
public abstract class ProviderEditCommand : PoolEditCommand
{
    private string? named;

    /// <summary>The provider or providers, in any of their forms: kind (Google), name, user pool id, issuer, ARN, application id,
    /// login key, role-mapping key or tag key, or what Get-PoolIdentityProvider gives. Not needed when that is piped.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public PSObject[]? Provider { get; set; }

    private protected override PoolParts Needs => new(true, IsMeant);

    /// <summary>Whether a provider is the one that the user named, or one of several.</summary>
    private protected bool IsMeant(PoolIdentityProvider provider) =>
        named is not null && ProviderForms.Find([provider], named).Count > 0;

    /// <summary>The one provider that the user named.</summary>
    private protected PoolIdentityProvider Find(IdentityPool current)
    {
        var all = current.Providers.Select(provider => $"{provider.Type} {provider.RoleMappingKey ?? provider.Name}").ToList();
        if (named is null)
            throw new PoolException(PoolErrorId.ProviderMissing, current, all.Count > 0 ? all : "(the pool has none)");
        var found = ProviderForms.Find(current.Providers, named);
        return found.Count switch
        {
            1 => found[0],
            0 =>
                throw new PoolException(
                    PoolErrorId.ProviderNotFound, current, WithoutSecret(named), all.Count > 0 ? all : "none",
                    ProviderForms.Question(current.Providers, named)),
            _ =>
                throw new PoolException(
                    PoolErrorId.ProviderAmbiguous, current, named,
                    found.Select(provider => provider.RoleMappingKey)),
        };
    }

    // An application id of Twitter or Digits ends with a secret, and names the provider as well as any other of its forms.
    private static string WithoutSecret(string named) =>
        named.IndexOf(';') is >= 0 and var at ? named.Substring(0, at) + ";***" : named;

    private protected override void Process()
    {
        var names = Names();
        if (names.Count == 0)
        {
            named = null;
            base.Process();
            return;
        }
        Each(names, name =>
        {
            named = name;
            base.Process();
        });
    }

    // What is piped names the pool and, if it can, the provider.
    private IReadOnlyList<string> Names()
    {
        if (!IsArgument(nameof(Provider)))
            return Piped() is { } piped ? [piped] : [];
        return Array.ConvertAll(Provider ?? [], value => ProviderNameAttribute.Of(value)
            ?? throw new InvalidSettingException(
                nameof(Provider), null, $"{(value is null ? "null" : OwnObject.KindOf(value))} names no provider.",
                "Name it by its kind, name or key, or give what Get-PoolIdentityProvider wrote."));
    }

    private string? Piped()
    {
        // The text of a record names the pool, unless that is given.
        if (Provider is not [{ } record] || (!IsArgument(nameof(IdentityPool)) && Unwrapped.Object(record) is string text && text == Pool as string))
            return null;
        return ProviderNameAttribute.Of(record) ?? ProviderNameAttribute.Of(Unwrapped.PropertyValue(record, nameof(Provider)));
    }
}
