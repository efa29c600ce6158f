namespace CognitoPools.Audit.Model;

/// <summary>The IAM facts about an OpenID Connect or SAML provider.</summary>
/// <param name="Exists">Whether IAM has it.</param>
/// <param name="ValidUntil">The expiry of the metadata of a SAML provider; null if it does not expire, and for OpenID Connect.</param>
internal sealed record ProviderFacts(bool Exists, DateTimeOffset? ValidUntil = null);
