using System.Security.Cryptography;

namespace CognitoPools.Sandbox.Identities;

/// <summary>
/// Encrypts a pool's number and a position to 16 opaque bytes and back. Each instance has its own key. Identity ids are
/// computed in this way instead of being stored, which saves an index and most of an identity's memory. Page tokens are
/// computed too, and a token of another account cannot be decrypted.
/// </summary>
internal sealed class BlockCipher
{
    private const int Size = 16;
    private const int Seal = 0x5342_5843;

    private readonly object gate = new();
    private readonly ICryptoTransform encryptor;
    private readonly ICryptoTransform decryptor;
    private readonly byte[] buffer = new byte[Size];

    public BlockCipher()
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.None;
        encryptor = aes.CreateEncryptor();
        decryptor = aes.CreateDecryptor();
    }

    public enum Use
    {
        Identity = 1,
        IdentityPage = 2,
        PoolPage = 3,
    }

    public byte[] Close(Use use, int pool, int position)
    {
        lock (gate)
        {
            Write((int)use, 0);
            Write(pool, 4);
            Write(position, 8);
            Write(Seal, 12);
            var result = new byte[Size];
            encryptor.TransformBlock(buffer, 0, Size, result, 0);
            return result;
        }
    }

    public bool TryOpen(Use use, byte[] closed, out int pool, out int position)
    {
        pool = position = 0;
        if (closed.Length != Size)
            return false;
        lock (gate)
        {
            decryptor.TransformBlock(closed, 0, Size, buffer, 0);
            pool = BitConverter.ToInt32(buffer, 4);
            position = BitConverter.ToInt32(buffer, 8);
            return BitConverter.ToInt32(buffer, 0) == (int)use && BitConverter.ToInt32(buffer, 12) == Seal;
        }
    }

    private void Write(int value, int at) => BitConverter.GetBytes(value).CopyTo(buffer, at);
}
