namespace CognitoPools.Providers;

/// <summary>Warns about application ids that the service accepts but that do not have their provider's usual form.</summary>
internal static class ProviderHints
{
    /// <summary>A sentence about an id that does not have its provider's usual form, or null.</summary>
    public static string? UnusualClientId(PoolIdentityProvider provider)
    {
        var usual = MissedForm(provider);
        return usual is null
            ? null
            : $"The {provider.Type} application id '{provider.ClientId}' does not have the usual form, which "
                + $"{usual}. The service accepts it, but sign-ins fail if it is not the id of your application.";
    }

    /// <summary>The usual form of the provider's application ids, as the end of a sentence whose subject is the form;
    /// null if the id has that form or the form is unknown.</summary>
    /// <param name="provider">The provider.</param>
    public static string? MissedForm(PoolIdentityProvider provider) =>
        provider.ClientId is null ? null : provider.Type switch
        {
            ProviderType.Google when !provider.ClientId.EndsWith(".apps.googleusercontent.com", StringComparison.Ordinal) =>
                "ends with '.apps.googleusercontent.com'",
            ProviderType.Facebook when !provider.ClientId.All(IsDigit) => "consists of digits",
            ProviderType.Amazon when !provider.ClientId.StartsWith("amzn1.application", StringComparison.Ordinal) =>
                "begins with 'amzn1.application'",
            _ => null,
        };

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
