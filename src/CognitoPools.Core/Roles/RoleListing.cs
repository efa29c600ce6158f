namespace CognitoPools.Roles;

/// <summary>One row of the list of IAM roles.</summary>
/// <param name="Name">The role's name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Path">Its path.</param>
public sealed record RoleListing(string Name, string Arn, string Path)
{
    /// <summary>Whether the role belongs to an AWS service, so that only this service can use it.</summary>
    public bool IsServiceLinked => Path.StartsWith("/aws-service-role/", StringComparison.Ordinal);
}
