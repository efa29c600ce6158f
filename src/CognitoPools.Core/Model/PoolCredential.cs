using CognitoPools.Account;

namespace CognitoPools;

/// <summary>Temporary AWS credentials of a pool's user. SecretKey and SessionToken are secrets: the views mask them,
/// and the properties contain them.</summary>
public sealed record PoolCredential
{
    /// <summary>The identity to which the credentials belong.</summary>
    public string IdentityId { get; internal init; } = null!;

    /// <summary>The pool's id; null if only an identity was specified.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>The access key's id.</summary>
    public string AccessKeyId { get; internal init; } = null!;

    /// <summary>The access key's id, with the name of the parameter of the AWS.Tools cmdlets.</summary>
    public string AccessKey => AccessKeyId;

    /// <summary>The secret key.</summary>
    public string SecretKey { get; internal init; } = null!;

    /// <summary>The session token, which is required whenever the keys are used.</summary>
    public string SessionToken { get; internal init; } = null!;

    /// <summary>When the credentials expire, in local time.</summary>
    public DateTime Expiration { get; internal init; }

    /// <summary>The name of the role as STS reports it; null if STS could not be called.</summary>
    public string? RoleName { get; internal init; }

    /// <summary>The ARN of the role, including its path. STS omits the path, so this is the ARN of the pool's role with
    /// that name, or of the role in IAM; null if the caller can read neither.</summary>
    public string? RoleArn { get; internal init; }

    /// <summary>The flow that returned the credentials.</summary>
    public SignInFlow Flow { get; internal init; }

    /// <summary>The connection that returned the credentials.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <summary>The access key's id and the identity, without secrets.</summary>
    public override string ToString() => $"{AccessKeyId} of {IdentityId}";
}
