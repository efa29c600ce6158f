namespace CognitoPools.Sandbox.Identities;

/// <summary>A user of a provider.</summary>
/// <param name="Provider">The provider's login key, or the developer provider's name.</param>
/// <param name="Subject">The user, as the provider names it.</param>
/// <param name="IsDeveloper">Whether the provider is the pool's developer provider, of which an identity can have
/// several users.</param>
internal sealed record Login(string Provider, string Subject, bool IsDeveloper = false);

/// <summary>A login that is linked to an identity.</summary>
/// <param name="Number">Rises with every link of the pool, so that a page token can stand between two.</param>
/// <param name="Login">The login.</param>
internal sealed record LinkedLogin(long Number, Login Login);
