namespace CognitoPools.Documents;

/// <summary>An IAM role of a pool document.</summary>
internal sealed record RoleDefinition
{
    /// <summary>The ARN of a role that the document only references and that must exist. Null for a role that the document
    /// describes.</summary>
    public string? Arn { get; init; }

    /// <summary>The name of the role; null for <c>&lt;pool&gt;_authenticatedrole</c> or <c>&lt;pool&gt;_guestrole</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The path of the role; null for the path under which the module creates the roles of a pool.</summary>
    public string? Path { get; init; }

    /// <summary>The description in IAM; null for the default description of the module.</summary>
    public string? Description { get; init; }

    /// <summary>The maximum session duration in seconds; null for one hour.</summary>
    public int? MaxSessionDuration { get; init; }

    /// <summary>The trust policy as JSON with placeholders; null only when <see cref="Arn"/> is set.</summary>
    public string? TrustPolicy { get; init; }

    /// <summary>The inline policies by name, as JSON with placeholders.</summary>
    public IReadOnlyDictionary<string, string> InlinePolicies { get; init; } = new Dictionary<string, string>();

    /// <summary>The ARNs of the attached policies, with placeholders.</summary>
    public IReadOnlyList<string> AttachedPolicies { get; init; } = [];

    /// <summary>The ARN of the permissions boundary, with placeholders, or null.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>The tags, without those of the module and of AWS.</summary>
    public ReadableTable Tags { get; init; } = ReadableTable.Empty;
}
