namespace CognitoPools.Providers;

/// <summary>Warns about application ids that the service accepts but that do not have their provider's usual form.</summary>
internal static class ProviderHints
{
    /// <summary>A sentence about an id off its provider's usual form, or null.</summary>
    public static string? UnusualClientId(PoolIdentityProvider provider)
    {
        var usual = provider.Type switch
        {
            ProviderType.Google when !provider.ClientId!.EndsWith(".apps.googleusercontent.com", StringComparison.Ordinal) => "ends with '.apps.googleusercontent.com'",
            ProviderType.Facebook when !provider.ClientId!.All(IsDigit) => "is all digits",
            ProviderType.Amazon when !provider.ClientId!.StartsWith("amzn1.application", StringComparison.Ordinal) => "begins with 'amzn1.application'",
            _ => null,
        };
        return usual is null ? null : $"The {provider.Type} application id '{provider.ClientId}' is off its usual form: one {usual}. The service takes it, but sign-ins fail when it is not the id of your application.";
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
