using System.Security.Cryptography;

namespace CognitoPools.Sandbox.Identities;

/// <summary>
/// Turns a pool's number and a position in it into 16 opaque bytes and back, with a key of its own. Identity ids are
/// made so instead of being stored, which saves most of an identity's memory and any index; page tokens are made so,
/// and a token that was not made here does not open.
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
