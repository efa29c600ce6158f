namespace CognitoPools;

/// <summary>A permissions policy of a role.</summary>
/// <param name="Name">The name of the inline or managed policy.</param>
/// <param name="Arn">The managed policy's ARN; null for an inline one.</param>
/// <param name="Document">The document as JSON; null if it could not be read.</param>
public sealed record PoolRolePolicy(string Name, string? Arn, string? Document)
{
    /// <inheritdoc cref="PoolRolePolicy" path="/param[@name='Name']"/>
    public string Name { get; internal init; } = Name;

    /// <inheritdoc cref="PoolRolePolicy" path="/param[@name='Arn']"/>
    public string? Arn { get; internal init; } = Arn;

    /// <inheritdoc cref="PoolRolePolicy" path="/param[@name='Document']"/>
    public string? Document { get; internal init; } = Document;

    /// <summary>Whether it is part of the role itself.</summary>
    public bool IsInline => Arn is null;

    /// <summary>The name of the policy in messages and sources.</summary>
    internal string Label => Arn is null ? $"inline policy {Name}" : $"managed policy {Arn.Substring(Arn.LastIndexOf('/') + 1)}";

    /// <inheritdoc/>
    public override string ToString() => Arn ?? Name;
}
