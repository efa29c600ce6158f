using CognitoPools.Providers;

namespace CognitoPools.Documents.Templates;

/// <summary>The public providers in the documents of other tools, which identify them by host.</summary>
internal static class LoginProviders
{
    /// <summary>The provider of a host, without its application id.</summary>
    /// <param name="host">The host.</param>
    /// <param name="place">The element with the host.</param>
    public static PoolIdentityProvider Read(string host, DocumentElement place)
    {
        if (PublicProviders.FromHost(host) is { } type)
            return new PoolIdentityProvider { Type = type, Name = host };
        string[] hosts =
        [
            .. Enum.GetValues(typeof(ProviderType)).Cast<ProviderType>().Where(PublicProviders.IsPublic).Select(PublicProviders.Host),
        ];
        var question = NearestMatch.Question(host, hosts);
        throw place.Error(
            $"'{ShownText.Value(host)}' is not a public provider.",
            question.Length > 0 ? question : $"The public providers are {string.Join(", ", hosts)}.");
    }
}
