using System.Management.Automation;

namespace CognitoPools.Formatting;

/// <summary>
/// Keeps secrets off the screen where no view of the module applies: in a table, or in a stream whose first object has another
/// type and determines the format. Type data of the module would do the same, but would break the import of a second copy of
/// the module.
/// </summary>
internal static class SecretObject
{
    /// <summary>Credentials that show secret key and session token only when these are selected by name.</summary>
    public static PSObject Of(PoolCredential credential) =>
        Showing(
            credential, nameof(credential.IdentityId), nameof(credential.AccessKeyId),
            nameof(credential.Expiration), nameof(credential.RoleName), nameof(credential.Flow));

    /// <summary>A token that is shown only when it is selected by name.</summary>
    public static PSObject Of(PoolOpenIdToken token) =>
        Showing(token, nameof(token.IdentityId), nameof(token.Expiration), nameof(token.IdentityPoolId));

    private static PSObject Showing(object item, params string[] properties)
    {
        var wrapped = PSObject.AsPSObject(item);
        wrapped.Members.Add(new PSMemberSet("PSStandardMembers", [new PSPropertySet("DefaultDisplayPropertySet", properties)]));
        return wrapped;
    }
}
