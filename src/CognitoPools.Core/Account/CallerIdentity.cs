namespace CognitoPools.Account;

/// <summary>Whom the credentials stand for, as STS GetCallerIdentity says.</summary>
/// <param name="Account">The 12-digit account number.</param>
/// <param name="Arn">The caller's ARN.</param>
/// <param name="UserId">The caller's unique id.</param>
public sealed record CallerIdentity(string Account, string Arn, string UserId);
