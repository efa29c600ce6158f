namespace CognitoPools.Completion;

/// <summary>Completes the SAML providers of IAM by their names.</summary>
internal sealed class SamlProviderCompleter() : IamProviderCompleter(ProviderType.Saml, "");
