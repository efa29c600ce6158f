using CognitoPools.Account;

namespace CognitoPools.Identities;

/// <summary>Identity ids: <c>region:uuid</c>, the form of a pool's id too, so that the two can only be told apart by where they come from.</summary>
public static class IdentityIds
{
    // Consecutive ids are nearly always of one Region.
    private static string _lastRegion = AwsRegion.SandboxDefault;

    /// <summary>The Region of an identity.</summary>
    /// <param name="identityId">Its id.</param>
    /// <exception cref="InvalidSettingException">It is no identity's id.</exception>
    public static string Region(string? identityId) => Parse(identityId).Region;

    /// <summary>The Region and the uuid of an identity.</summary>
    /// <param name="identityId">Its id.</param>
    /// <exception cref="InvalidSettingException">It is no identity's id.</exception>
    internal static (string Region, IdentityKey Key) Parse(string? identityId)
    {
        var colon = identityId?.IndexOf(':') ?? -1;
        return colon > 0 && IdentityKey.Read(identityId!, colon) is { } key && RegionOf(identityId!, colon) is { } region
            ? (region, key)
            : throw new InvalidSettingException("IdentityId", identityId, "is not the id of an identity.", "An id looks like 'eu-west-1:12345678-1234-1234-1234-123456789012'; Get-PoolIdentity lists a pool's.");
    }

    /// <summary>The error for an id that is a pool's.</summary>
    internal static InvalidSettingException IsPools(string id) => new("IdentityId", id, "is the id of an identity pool, not of an identity.",
        $"To remove the pool's identities: Get-PoolIdentity '{id}' | Remove-PoolIdentity. To remove the pool: Remove-CognitoIdentityPool.");

    private static string? RegionOf(string id, int length)
    {
        var last = Volatile.Read(ref _lastRegion);
        if (last.Length == length && string.CompareOrdinal(id, 0, last, 0, length) == 0)
            return last;
        var region = id.Substring(0, length);
        if (!AwsRegion.IsWellFormed(region))
            return null;
        Volatile.Write(ref _lastRegion, region);
        return region;
    }
}
