using CognitoPools.Providers;

namespace CognitoPools.Completion;

/// <summary>Completes the providers of the command's pool, each by the shortest form that names it alone; without a
/// pool, the public providers.</summary>
internal sealed class ProviderCompleter : ValueCompleter
{
    private static readonly ProviderType[] Public =
    [
        ProviderType.Amazon,
        ProviderType.Apple,
        ProviderType.Facebook,
        ProviderType.Google,
        ProviderType.Twitter,
    ];

    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context)
    {
        if (context.NamedPool is null)
        {
            return Public.Select(type => new Suggestion(type.ToString(), $"{type}: {PublicProviders.Host(type)}"))
                .Where(suggestion => context.Word.Begins(suggestion.Text));
        }
        var providers = context.Pool()?.Providers ?? [];
        return providers.SelectMany(provider => Form(context.Word, providers, provider) is { } form ? new[]
        {
            new Suggestion(form, provider.ToString()),
        } : []);
    }

    // The kind reads best, unless another provider has the same kind or the typed word begins another form.
    private static string? Form(TypedWord word, IReadOnlyList<PoolIdentityProvider> providers, PoolIdentityProvider provider)
    {
        var kind = provider.Type.ToString();
        var forms = ProviderForms.Of(provider)
            .Where(form => ProviderForms.Find(providers, form).Count == 1)
            .OrderByDescending(form => form == kind);
        return forms.FirstOrDefault(word.Begins);
    }
}
