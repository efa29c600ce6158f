using System.Globalization;

namespace CognitoPools.Account;

/// <summary>Determines the account of an access key without a call.</summary>
internal static class AccessKeys
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KindLength = 4;
    private const int KeyLength = 20;

    /// <summary>
    /// The 12 digits of the account. Current key ids contain them in the 40 bits after the first bit of their base-32
    /// part. For any other form of id, the result is the id itself. It is used to group the keys of one account, such
    /// as the sessions of several runspaces. A wrong result would only cost speed.
    /// </summary>
    /// <param name="accessKeyId">The key's id, such as <c>ASIA...</c>.</param>
    /// <remarks>Not documented by AWS; described at https://awsteele.com/blog/2020/09/26/aws-access-key-format.html.</remarks>
    public static string AccountOf(string accessKeyId)
    {
        if (accessKeyId.Length != KeyLength)
            return accessKeyId;
        var bits = 0L;
        // Ten letters hold 50 bits. The account's number is the 40 bits after the first one.
        foreach (var letter in accessKeyId.Substring(KindLength, 10))
        {
            var value = Base32.IndexOf(letter);
            if (value < 0)
                return accessKeyId;
            bits = (bits << 5) | (uint)value;
        }

        return ((bits >> 9) & 0xFF_FFFF_FFFF).ToString("D12", CultureInfo.InvariantCulture);
    }
}
