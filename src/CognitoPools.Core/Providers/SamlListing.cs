namespace CognitoPools.Providers;

/// <summary>A SAML provider in IAM's list.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="ValidUntil">When its metadata expires; null if it does not.</param>
internal sealed record SamlListing(string Arn, DateTimeOffset? ValidUntil);
