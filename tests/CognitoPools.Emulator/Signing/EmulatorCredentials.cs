namespace CognitoPools.Emulator.Signing;

/// <summary>The one pair of keys that the emulator knows. They protect nothing: the defaults are the example keys of
/// AWS's documentation.</summary>
/// <param name="AccessKeyId">The access key's id.</param>
/// <param name="SecretKey">The secret access key.</param>
/// <param name="SessionToken">The session token that must come with them, when they stand for temporary credentials.</param>
internal sealed record EmulatorCredentials(string AccessKeyId, string SecretKey, string? SessionToken)
{
    public static EmulatorCredentials Default { get; } = new(
        "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null);
}
