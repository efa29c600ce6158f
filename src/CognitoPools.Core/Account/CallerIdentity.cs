namespace CognitoPools.Account;

/// <summary>The owner of the credentials, as STS GetCallerIdentity returns it.</summary>
/// <param name="Account">The 12-digit account number.</param>
/// <param name="Arn">The caller's ARN.</param>
/// <param name="UserId">The caller's unique id.</param>
public sealed record CallerIdentity(string Account, string Arn, string UserId);
