using CognitoPools.Account;

namespace CognitoPools;

/// <summary>Temporary AWS credentials of a pool's user. SecretKey and SessionToken are secrets: the views mask them,
/// the properties hold them.</summary>
public sealed record PoolCredential
{
    /// <summary>The identity that they belong to.</summary>
    public string IdentityId { get; internal init; } = null!;

    /// <summary>The pool's id; null when only an identity was named.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>The access key's id.</summary>
    public string AccessKeyId { get; internal init; } = null!;

    /// <summary>The access key's id, under the name of the parameter that AWS's own cmdlets have for it.</summary>
    public string AccessKey => AccessKeyId;

    /// <summary>The secret key.</summary>
    public string SecretKey { get; internal init; } = null!;

    /// <summary>The session token, which goes with every use of the keys.</summary>
    public string SessionToken { get; internal init; } = null!;

    /// <summary>When they end, in local time.</summary>
    public DateTime Expiration { get; internal init; }

    /// <summary>The name of the role, as STS tells it; null when STS could not be asked.</summary>
    public string? RoleName { get; internal init; }

    /// <summary>The ARN of the role, path included. STS leaves out the path, so it is the ARN of the pool's role of that
    /// name, or of IAM's; null when the caller may read neither.</summary>
    public string? RoleArn { get; internal init; }

    /// <summary>The flow that they came by.</summary>
    public SignInFlow Flow { get; internal init; }

    /// <summary>The connection that they came through.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <summary>Whose credentials they are, and no secret.</summary>
    public override string ToString() => $"{AccessKeyId} of {IdentityId}";
}
