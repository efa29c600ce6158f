namespace CognitoPools.Identities;

/// <summary>The uuid of an identity's id, as 16 bytes.</summary>
/// <param name="High">Its first half.</param>
/// <param name="Low">Its second half.</param>
internal readonly record struct IdentityKey(ulong High, ulong Low) : IComparable<IdentityKey>
{
    private const int Length = 36;

    /// <summary>Reads the uuid after the Region of an id; null if there is none in lower case, as the service writes
    /// it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="colon">Where the Region ends.</param>
    public static IdentityKey? Read(string id, int colon)
    {
        if (id.Length - colon - 1 != Length)
            return null;
        var (high, low) = (0UL, 0UL);
        for (var at = 0; at < Length; at++)
        {
            var letter = id[colon + 1 + at];
            if (at is 8 or 13 or 18 or 23)
            {
                if (letter != '-')
                    return null;
                continue;
            }

            var digit = letter is >= '0' and <= '9' ? letter - '0' : letter is >= 'a' and <= 'f' ? letter - 'a' + 10 : -1;
            if (digit < 0)
                return null;
            if (at < 18)
                high = (high << 4) | (uint)digit;
            else
                low = (low << 4) | (uint)digit;
        }

        return new IdentityKey(high, low);
    }

    /// <inheritdoc/>
    public int CompareTo(IdentityKey other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);
}
