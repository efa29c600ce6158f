namespace CognitoPools.Documents.Templates;

/// <summary>Takes consumer secrets out of the documents that hold them, and names each.</summary>
internal sealed class SecretNames
{
    private readonly UniqueNames names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>The secrets by their names.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>Splits an application id into what may be shown and the secret.</summary>
    /// <param name="type">The type of the provider.</param>
    /// <param name="host">The host of the provider.</param>
    /// <param name="clientId">The id as the service has it.</param>
    /// <returns>The id without the secret, and the name of the secret; the name is null where there is none.</returns>
    public (string? ClientId, string? Secret) Take(ProviderType type, string host, string clientId)
    {
        var end = clientId.IndexOf(';');
        // Without a semicolon nobody knows which of the two it is, and all of it counts as secret.
        if (end <= 0 && !ProviderSecret.IsIn(host))
            return (clientId, null);
        var name = names.Take($"{type}Secret");
        values[name] = end > 0 ? clientId.Substring(end + 1) : clientId;
        return (end > 0 ? clientId.Substring(0, end) : null, name);
    }
}
