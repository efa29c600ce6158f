namespace CognitoPools.Sandbox;

/// <summary>A request that the sandbox received, with tokens and secrets masked.</summary>
public sealed record SandboxCall
{
    /// <summary>The time of arrival by the sandbox's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The service: 'cognito-identity', 'iam', 'sts', or 'unknown' for any other.</summary>
    public required string Service { get; init; }

    /// <summary>The operation, such as 'CreateIdentityPool'.</summary>
    public required string Operation { get; init; }

    /// <summary>The Region of the request. For IAM, it is the Region of the signature.</summary>
    public required string Region { get; init; }

    /// <summary>Whether the request was signed.</summary>
    public bool Signed { get; init; }

    /// <summary>The access key that signed the request, or null.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The whole body of the request, masked.</summary>
    public string Request { get; init; } = "";

    /// <summary>The HTTP status of the answer. Null before the answer, and for a broken or hanging connection.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The error code, or null for success.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Whether the operation changes something in the account.</summary>
    public bool Changing { get; init; }
}
