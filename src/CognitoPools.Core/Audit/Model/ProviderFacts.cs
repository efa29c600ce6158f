namespace CognitoPools.Audit.Model;

/// <summary>What IAM says of an OpenID Connect or SAML provider.</summary>
/// <param name="Exists">Whether IAM has it.</param>
/// <param name="ValidUntil">When the metadata of a SAML provider expires; null when they do not, and for OpenID Connect.</param>
internal sealed record ProviderFacts(bool Exists, DateTimeOffset? ValidUntil = null);
