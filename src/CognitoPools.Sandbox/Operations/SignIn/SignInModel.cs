namespace CognitoPools.Sandbox.Operations.SignIn;

internal sealed record IdentityCredentials(string IdentityId, TemporaryCredentials Credentials);

internal sealed record TemporaryCredentials(string AccessKeyId, string SecretKey, string SessionToken, double Expiration);

internal sealed record IdentityWithToken(string IdentityId, string Token);

internal sealed record DeveloperIdentity(string IdentityId, IReadOnlyList<string> DeveloperUserIdentifierList, string? NextToken);
