namespace CognitoPools.Sandbox.Pools;

/// <summary>A user pool with one of its app clients, as requests and answers contain it.</summary>
internal sealed record CognitoProvider
{
    public string? ProviderName { get; init; }

    public string? ClientId { get; init; }

    /// <summary>The service returns false when the setting was not sent.</summary>
    public bool? ServerSideTokenCheck { get; init => field = value ?? false; } = false;

    public PoolIdentityProvider ToModel() => new()
    {
        Type = ProviderType.CognitoUserPool,
        Name = ProviderName!,
        ClientId = ClientId,
        ServerSideTokenCheck = ServerSideTokenCheck,
    };
}
