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

    /// <summary>Specifies one or more providers by kind (for example, Google), name, user pool id, issuer, ARN,
    /// application id, login key, role-mapping key or tag key, or as the output of Get-PoolIdentityProvider. It is not
    /// required if you pipe provider objects.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public PSObject[]? Provider { get; set; }

    private protected override PoolParts Needs => new(true, IsNamed);

    /// <summary>Whether the name that is being processed is one of this provider.</summary>
    private protected bool IsNamed(PoolIdentityProvider provider) =>
        named is not null && ProviderForms.Find([provider], named).Count > 0;

    /// <summary>The provider that the user named.</summary>
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

    // The application id of Twitter or Digits is a valid name of the provider and ends with a secret.
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

    // A piped object names the pool and, if it is a provider, the provider.
    private IReadOnlyList<string> Names()
    {
        if (!IsArgument(nameof(Provider)))
            return Piped() is { } piped ? [piped] : [];
        return Array.ConvertAll(Provider ?? [], value => ProviderNameAttribute.Of(value)
            ?? throw new InvalidSettingException(
                nameof(Provider), null, $"{(value is null ? "null" : OwnObject.KindOf(value))} does not name a provider.",
                "Specify the provider's kind, name or key, or the output of Get-PoolIdentityProvider."));
    }

    private string? Piped()
    {
        // Piped text names the pool, unless -IdentityPool is specified.
        if (Provider is not [{ } record] || (!IsArgument(nameof(IdentityPool)) && Unwrapped.Object(record) is string text && text == Pool as string))
            return null;
        return ProviderNameAttribute.Of(record) ?? ProviderNameAttribute.Of(Unwrapped.PropertyValue(record, nameof(Provider)));
    }
}
