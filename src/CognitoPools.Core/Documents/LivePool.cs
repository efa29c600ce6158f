namespace CognitoPools.Documents;

/// <summary>A pool that was read, as a definition and with the names that it has in its account.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Names">What the placeholders of the definition stand for.</param>
internal sealed record LivePool(PoolDefinition Definition, LiveNames Names)
{
    /// <summary>The roles of the definition as the account has them, by their keys.</summary>
    public IReadOnlyDictionary<string, LiveRole> Roles { get; init; } = new Dictionary<string, LiveRole>();

    /// <summary>What the user should know, a sentence each: roles that no longer exist, and all of <see cref="Unread"/>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Which roles exist, perhaps, and could not be read whole: the definition does not say what they are.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

/// <summary>A role as the account has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Path">Its path.</param>
internal sealed record LiveRole(string Name, string Arn, string Path)
{
    /// <summary>Whether it has the tag that names the pool, by which the module finds it again.</summary>
    public bool HasPoolTag { get; init; }
}
