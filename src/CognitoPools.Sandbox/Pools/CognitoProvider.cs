namespace CognitoPools.Sandbox.Pools;

/// <summary>A user pool with one of its app clients as it travels.</summary>
internal sealed record CognitoProvider
{
    public string? ProviderName { get; init; }

    public string? ClientId { get; init; }

    /// <summary>The service answers false where nothing was sent.</summary>
    public bool? ServerSideTokenCheck { get; init => field = value ?? false; } = false;

    public PoolIdentityProvider ToModel() => new()
    {
        Type = ProviderType.CognitoUserPool,
        Name = ProviderName!,
        ClientId = ClientId,
        ServerSideTokenCheck = ServerSideTokenCheck,
    };
}
