namespace CognitoPools.Providers;

/// <summary>Warns about application ids that the service accepts but that do not have their provider's usual form.</summary>
internal static class ProviderHints
{
    /// <summary>A sentence about an id off its provider's usual form, or null.</summary>
    public static string? UnusualClientId(PoolIdentityProvider provider)
    {
        var usual = MissedForm(provider);
        return usual is null
            ? null
            : $"The {provider.Type} application id '{provider.ClientId}' is off its usual form: one "
                + $"{usual}. The service takes it, but sign-ins fail when it is not the id of your application.";
    }

    /// <summary>The usual form of an application id that a provider's does not have, as the end of a sentence that begins with
    /// 'one'; null when it has it, or when none is known.</summary>
    /// <param name="provider">The provider.</param>
    public static string? MissedForm(PoolIdentityProvider provider) =>
        provider.ClientId is null ? null : provider.Type switch
        {
            ProviderType.Google when !provider.ClientId.EndsWith(".apps.googleusercontent.com", StringComparison.Ordinal) =>
                "ends with '.apps.googleusercontent.com'",
            ProviderType.Facebook when !provider.ClientId.All(IsDigit) => "is all digits",
            ProviderType.Amazon when !provider.ClientId.StartsWith("amzn1.application", StringComparison.Ordinal) =>
                "begins with 'amzn1.application'",
            _ => null,
        };

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
