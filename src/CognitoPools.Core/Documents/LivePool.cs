namespace CognitoPools.Documents;

/// <summary>A pool that was read from an account, as a definition and with the names in the account.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Names">The values of the placeholders in the definition.</param>
internal sealed record LivePool(PoolDefinition Definition, LiveNames Names)
{
    /// <summary>The existing roles of the definition, by key.</summary>
    public IReadOnlyDictionary<string, LiveRole> Roles { get; init; } = new Dictionary<string, LiveRole>();

    /// <summary>Warnings, a sentence each: roles that no longer exist or could not be read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Roles that may exist but could not be read completely, so that the definition does not describe
    /// them; one text for all with the same reason.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

/// <summary>A role in the account.</summary>
/// <param name="Name">The name.</param>
/// <param name="Arn">The ARN.</param>
/// <param name="Path">The path.</param>
internal sealed record LiveRole(string Name, string Arn, string Path)
{
    /// <summary>Whether the role has the tag with the pool id, by which the module recognizes it.</summary>
    public bool HasPoolTag { get; init; }
}
