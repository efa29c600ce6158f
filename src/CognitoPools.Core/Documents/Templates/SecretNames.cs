namespace CognitoPools.Documents.Templates;

/// <summary>Separates consumer secrets from the documents that contain them, and assigns a name to each.</summary>
internal sealed class SecretNames
{
    private readonly UniqueNames names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>The secrets by name.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>Splits an application id into the public part and the secret.</summary>
    /// <param name="type">The type of the provider.</param>
    /// <param name="host">The host of the provider.</param>
    /// <param name="clientId">The id in the service.</param>
    /// <returns>The id without the secret, and the name of the secret, or null if there is none.</returns>
    public (string? ClientId, string? Secret) Take(ProviderType type, string host, string clientId)
    {
        var end = clientId.IndexOf(';');
        // Without a semicolon, it is unknown whether this is the key or the secret, so it is treated as a secret.
        if (end <= 0 && !ProviderSecret.IsIn(host))
            return (clientId, null);
        var name = names.Take($"{type}Secret");
        values[name] = end > 0 ? clientId.Substring(end + 1) : clientId;
        return (end > 0 ? clientId.Substring(0, end) : null, name);
    }
}
