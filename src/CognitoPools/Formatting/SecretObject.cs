using System.Management.Automation;

namespace CognitoPools.Formatting;

/// <summary>
/// Keeps secrets off the screen where no view of the module is used: a table, or a stream whose first object, of
/// another type, decided how all are shown. Type data of the module would do the same, but fails the import of a second
/// copy of the module.
/// </summary>
internal static class SecretObject
{
    /// <summary>Credentials that show neither secret key nor session token unless they are asked for by name.</summary>
    public static PSObject Of(PoolCredential credential) =>
        Showing(
            credential, nameof(credential.IdentityId), nameof(credential.AccessKeyId),
            nameof(credential.Expiration), nameof(credential.RoleName), nameof(credential.Flow));

    /// <summary>A token that is not shown unless it is asked for by name.</summary>
    public static PSObject Of(PoolOpenIdToken token) =>
        Showing(token, nameof(token.IdentityId), nameof(token.Expiration), nameof(token.IdentityPoolId));

    private static PSObject Showing(object item, params string[] properties)
    {
        var wrapped = PSObject.AsPSObject(item);
        wrapped.Members.Add(new PSMemberSet("PSStandardMembers", [new PSPropertySet("DefaultDisplayPropertySet", properties)]));
        return wrapped;
    }
}
