namespace CognitoPools.Sandbox.Identities;

/// <summary>A user of a provider.</summary>
/// <param name="Provider">The provider's login key, or the developer provider's name.</param>
/// <param name="Subject">The user's id at the provider.</param>
/// <param name="IsDeveloper">Whether the provider is the pool's developer provider. An identity can have several users of
/// it.</param>
internal sealed record Login(string Provider, string Subject, bool IsDeveloper = false);

/// <summary>A login that is linked to an identity.</summary>
/// <param name="Number">A number that rises with each link of the pool, for page tokens.</param>
/// <param name="Login">The login.</param>
internal sealed record LinkedLogin(long Number, Login Login);
