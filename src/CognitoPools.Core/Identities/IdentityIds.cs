using CognitoPools.Account;

namespace CognitoPools.Identities;

/// <summary>Identity ids: <c>region:uuid</c>. The id of a pool has the same form, so only its origin distinguishes the
/// two.</summary>
public static class IdentityIds
{
    // Consecutive ids nearly always have the same Region.
    private static string lastRegion = AwsRegion.SandboxDefault;

    /// <summary>The Region of an identity.</summary>
    /// <param name="identityId">Its id.</param>
    /// <exception cref="InvalidSettingException">The text is not the id of an identity.</exception>
    public static string Region(string? identityId) => Parse(identityId).Region;

    /// <summary>The Region and the uuid of an identity.</summary>
    /// <param name="identityId">Its id.</param>
    /// <exception cref="InvalidSettingException">The text is not the id of an identity.</exception>
    internal static (string Region, IdentityKey Key) Parse(string? identityId)
    {
        var colon = identityId?.IndexOf(':') ?? -1;
        return colon > 0 && IdentityKey.Read(identityId!, colon) is { } key && RegionOf(identityId!, colon) is { } region
            ? (region, key)
            : throw new InvalidSettingException(
                "IdentityId", identityId, "the value is not the id of an identity.",
                "Specify an id such as 'eu-west-1:12345678-1234-1234-1234-123456789012'. Get-PoolIdentity lists the ids of a pool.");
    }

    /// <summary>The error for an id of a pool.</summary>
    internal static InvalidSettingException IsPools(
        string id) => new("IdentityId", id, "the value is the id of an identity pool, not of an identity.",
        $"To remove the identities of the pool, use Get-PoolIdentity '{id}' | Remove-PoolIdentity. To remove the pool, "
            + "use Remove-CognitoIdentityPool.");

    private static string? RegionOf(string id, int length)
    {
        var last = Volatile.Read(ref lastRegion);
        if (last.Length == length && string.CompareOrdinal(id, 0, last, 0, length) == 0)
            return last;
        var region = id.Substring(0, length);
        if (!AwsRegion.IsWellFormed(region))
            return null;
        Volatile.Write(ref lastRegion, region);
        return region;
    }
}
