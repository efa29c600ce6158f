using CognitoPools.Identities;

namespace CognitoPools.Binding;

/// <summary>Matches the logins of identities with providers that the user names, with or without wildcards.</summary>
internal static class LoginPatterns
{
    // A pool has few providers, but its identities may still have logins of providers that were removed.
    private const int Remembered = 1_000;

    public static Func<string, bool> Of(IEnumerable<string> names, LoginForms forms)
    {
        var patterns = names.Select(name => Wildcard.Of("Provider", LoginForms.Searched(name))).ToList();
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        return key =>
        {
            if (known.TryGetValue(key, out var fits))
                return fits;
            fits = forms.NamesOf(key).Any(name => patterns.Exists(pattern => pattern.IsMatch(name)));
            if (known.Count < Remembered)
                known[key] = fits;
            return fits;
        };
    }
}
