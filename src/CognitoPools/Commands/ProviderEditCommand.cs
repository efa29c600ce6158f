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
    /// <summary>The provider, in any of its forms: its kind (Google), name, user pool id, issuer, ARN, application id,
    /// login key, role-mapping key or tag key. Not needed when what Get-PoolIdentityProvider gives is piped.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public object? Provider { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override PoolParts Needs => new(true, IsMeant);

    /// <summary>Whether a provider is the one that the user named, or one of several.</summary>
    private protected bool IsMeant(PoolIdentityProvider provider) =>
        Named is { } named && ProviderForms.Find([provider], named).Count > 0;

    /// <summary>The one provider that the user named.</summary>
    private protected PoolIdentityProvider Find(IdentityPool current)
    {
        var all = current.Providers.Select(provider => $"{provider.Type} {provider.RoleMappingKey ?? provider.Name}").ToList();
        if (Named is not { } named)
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

    private string? Named => Name(Unwrapped.Value(Provider)) ?? Piped;

    /// <summary>The provider that was piped, also after CSV or JSON.</summary>
    private string? Piped => OwnObject.TypeOf(Pool) == nameof(PoolIdentityProvider)
        ? Text(nameof(PoolIdentityProvider.RoleMappingKey)) ?? Text(nameof(PoolIdentityProvider.Name))
        : null;

    private string? Text(string property) => Unwrapped.Property(Pool!, property) is { Length: > 0 } text ? text : null;

    private static string? Name(object? value) => value switch
    {
        null => null,
        PoolIdentityProvider provider => provider.RoleMappingKey ?? provider.Name,
        string { Length: > 0 } text => text,
        ProviderType type => type.ToString(),
        _ =>
            (value is string ? null : Unwrapped.Property(value, "RoleMappingKey") ?? Unwrapped.Property(value, "Name"))
                ?? throw new InvalidSettingException(
                    "Provider", value, "names no provider.", "Name it by its kind, name or key."),
    };
}
