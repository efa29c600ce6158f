using System.Text.Json;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Wire;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Tokens;

/// <summary>
/// The sessions of roles. A session token contains the signed session, and the secret is derived from the access key, so
/// that no session needs to be stored.
/// </summary>
internal sealed class Sessions(SigningKey key, string accountId)
{
    private const string KeyStart = "ASIASANDBOX";
    private const int KeyLength = 20;
    private const int SecretLength = 40;

    /// <summary>Whether a sandbox issued the access key.</summary>
    public static bool IsSessionKey(string accessKeyId) =>
        accessKeyId.Length == KeyLength && accessKeyId.StartsWith(KeyStart, StringComparison.Ordinal);

    public NewSession Start(string partition, IamRole role, string name, DateTimeOffset end)
    {
        var accessKeyId = IamStore.NewId(KeyStart).Substring(0, KeyLength);
        var session = new SandboxSession(
            accessKeyId, $"arn:{partition}:sts::{accountId}:assumed-role/{role.Name}/{name}",
            $"{role.Id}:{name}", EpochTime.Whole(end));
        var content = Base64Url.Encode(JsonSerializer.Serialize(session));
        return new NewSession(session, SecretOf(accessKeyId), $"{content}.{key.Sign(content)}");
    }

    /// <summary>The session of a token. Null when this account did not issue the token, or issued it for another access
    /// key.</summary>
    public SandboxSession? Open(string accessKeyId, string? sessionToken)
    {
        var parts = (sessionToken ?? "").Split('.');
        if (parts.Length != 2 || parts[1] != key.Sign(parts[0]))
            return null;
        var session = JsonSerializer.Deserialize<SandboxSession>(Base64Url.Decode(parts[0]))!;
        return session.AccessKeyId == accessKeyId ? session : null;
    }

    /// <summary>The secret of an access key for which <see cref="IsSessionKey"/> is true.</summary>
    public string SecretOf(string accessKeyId) => key.Sign($"secret of {accessKeyId}").Substring(0, SecretLength);
}
