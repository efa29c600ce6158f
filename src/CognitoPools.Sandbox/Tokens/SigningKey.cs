using System.Security.Cryptography;
using System.Text;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Tokens;

/// <summary>The key of one sandbox account. It signs tokens and sessions, so that none of them needs to be stored.</summary>
internal sealed class SigningKey
{
    private readonly byte[] key = NewKey();

    public string Sign(string text)
    {
        using var hash = new HMACSHA256(key);
        return Base64Url.Encode(hash.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    private static byte[] NewKey()
    {
        var bytes = new byte[32];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return bytes;
    }
}
