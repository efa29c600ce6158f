namespace CognitoPools.Sandbox.Tokens;

/// <summary>Temporary credentials that the sandbox issued.</summary>
/// <param name="AccessKeyId">The access key.</param>
/// <param name="Arn">The ARN of the role session. It contains only the name of the role, without the path.</param>
/// <param name="UserId">The role's id and the session's name.</param>
/// <param name="Expiration">When they expire, in seconds since 1970.</param>
internal sealed record SandboxSession(string AccessKeyId, string Arn, string UserId, long Expiration);

/// <summary>A session with its secrets.</summary>
internal sealed record NewSession(SandboxSession Session, string SecretKey, string SessionToken);
