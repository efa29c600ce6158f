namespace CognitoPools.Emulator.Signing;

/// <summary>The pair of keys that the emulator accepts. It protects nothing: the defaults are the example keys of the AWS
/// documentation.</summary>
/// <param name="AccessKeyId">The access key's id.</param>
/// <param name="SecretKey">The secret access key.</param>
/// <param name="SessionToken">The session token that is required for temporary credentials, or null.</param>
internal sealed record EmulatorCredentials(string AccessKeyId, string SecretKey, string? SessionToken)
{
    public static EmulatorCredentials Default { get; } = new(
        "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null);
}
