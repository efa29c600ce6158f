namespace CognitoPools.Completion;

/// <summary>Completes the OpenID Connect providers of IAM by their issuers.</summary>
internal sealed class OpenIdConnectProviderCompleter() : IamProviderCompleter(ProviderType.OpenIdConnect, "https://");
