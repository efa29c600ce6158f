using CognitoPools.Providers;

namespace CognitoPools.Completion;

/// <summary>Completes a table of logins: a provider of the command's pool and a variable for its token.</summary>
internal sealed class LoginTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context)
    {
        var providers = context.Pool()?.Providers ?? [];
        if (providers.Count == 0)
            yield return ("@{ Google = $token }", "The user's provider, and the ID token from it");
        foreach (var provider in providers)
        {
            var kind = provider.Type.ToString();
            var form = ProviderForms.Find(providers, kind).Count == 1 ? kind : provider.LoginKey;
            yield return ($"@{{ {TableText.Key(form)} = $token }}", $"A user of {provider}, with the ID token in $token");
        }
    }
}
