namespace CognitoPools.Sandbox;

/// <summary>One request that the sandbox received. Tokens and secrets are masked.</summary>
public sealed record SandboxCall
{
    /// <summary>When it arrived, by the sandbox's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The service: 'cognito-identity', 'iam', 'sts', or 'unknown' for one that the sandbox does not have.</summary>
    public required string Service { get; init; }

    /// <summary>The operation, such as 'CreateIdentityPool'.</summary>
    public required string Operation { get; init; }

    /// <summary>The Region asked; IAM's is the one of its signature.</summary>
    public required string Region { get; init; }

    /// <summary>Whether it carried a signature.</summary>
    public bool Signed { get; init; }

    /// <summary>The access key that signed it, or null.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The request's whole body, masked.</summary>
    public string Request { get; init; } = "";

    /// <summary>The HTTP status of the answer; null while there is none, and for a broken or hanging connection.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The error's code, or null for success.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Whether the operation changes something in the account.</summary>
    public bool Changing { get; init; }
}
