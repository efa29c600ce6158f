using System.Collections.Immutable;

namespace CognitoPools.Sandbox.Iam;

/// <summary>A role. A change replaces the whole object.</summary>
internal sealed record IamRole(string Name, string Path, string Id, string Arn, DateTimeOffset CreateDate)
{
    public required string TrustPolicy { get; init; }

    /// <summary>When the role was created or its trust policy last changed: the start of the IAM delay.</summary>
    public required DateTimeOffset TrustedSince { get; init; }

    public string? Description { get; init; }

    public int MaxSessionDuration { get; init; } = 3600;

    public string? PermissionsBoundary { get; init; }

    public ImmutableSortedDictionary<string, string> InlinePolicies { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(
            StringComparer.Ordinal);

    public ImmutableSortedSet<string> AttachedPolicies { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary.Create<string, string>(
        StringComparer.OrdinalIgnoreCase);
}

internal sealed record IamPolicy(string Name, string Path, string Id, string Arn, string Document, DateTimeOffset CreateDate);

internal sealed record IamInstanceProfile(string Name, string Id, string Arn, string RoleName, DateTimeOffset CreateDate);

internal sealed record IamOpenIdConnectProvider(
    string Arn, string Host, IReadOnlyList<string> ClientIds, DateTimeOffset CreateDate);

internal sealed record IamSamlProvider(
    string Arn, string Name, string Uuid, DateTimeOffset ValidUntil, DateTimeOffset CreateDate);
