namespace CognitoPools.Sandbox.Tokens;

/// <summary>Temporary credentials that the sandbox handed out.</summary>
/// <param name="AccessKeyId">The access key.</param>
/// <param name="Arn">Who has them: a role's session. Only the role's name is in it.</param>
/// <param name="UserId">The role's id and the session's name.</param>
/// <param name="Expiration">When they end, in seconds since 1970.</param>
internal sealed record SandboxSession(string AccessKeyId, string Arn, string UserId, long Expiration);

/// <summary>The same with its secrets.</summary>
internal sealed record NewSession(SandboxSession Session, string SecretKey, string SessionToken);
