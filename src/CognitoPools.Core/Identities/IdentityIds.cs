using System.Text.RegularExpressions;

namespace CognitoPools.Identities;

/// <summary>Identity ids: <c>region:uuid</c>, the form of a pool's id too, so that the two can only be told apart by where they come from.</summary>
public static class IdentityIds
{
    private static readonly Regex Form = new(@"\A[a-z]{2,4}(-[a-z]+)+-[0-9]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z", RegexOptions.CultureInvariant);

    /// <summary>The Region of an identity.</summary>
    /// <param name="identityId">Its id.</param>
    /// <exception cref="InvalidSettingException">It is no identity's id.</exception>
    public static string Region(string? identityId) => identityId is not null && Form.IsMatch(identityId)
        ? identityId.Substring(0, identityId.IndexOf(':'))
        : throw new InvalidSettingException("IdentityId", identityId, "is not the id of an identity.", "An id looks like 'eu-west-1:12345678-1234-1234-1234-123456789012'; Get-PoolIdentity lists a pool's.");

    /// <summary>The error for an id that is a pool's.</summary>
    internal static InvalidSettingException IsPools(string id) => new("IdentityId", id, "is the id of an identity pool, not of an identity.",
        $"To remove the pool's identities: Get-PoolIdentity '{id}' | Remove-PoolIdentity. To remove the pool: Remove-CognitoIdentityPool.");
}
