using System.Globalization;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>Page tokens of an identity's logins. A token contains the signed number of the next link, so that it stays valid
/// when other logins are unlinked.</summary>
internal static class LinkPage
{
    public static string Token(CallContext context, string identityId, long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return $"{text}.{Seal(context, identityId, text)}";
    }

    /// <summary>The number of the first link of a page; 0 without a token.</summary>
    /// <exception cref="ServiceError">The token was not issued for this listing.</exception>
    public static long Position(CallContext context, string identityId, string? token)
    {
        if (token is null)
            return 0;
        var parts = token.Split('.');
        return parts.Length == 2 && parts[1] == Seal(context, identityId, parts[0])
            ? long.Parse(parts[0], CultureInfo.InvariantCulture)
            : throw SignInErrors.Invalid("Invalid pagination token.");
    }

    private static string Seal(CallContext context, string identityId, string number) =>
        context.Key.Sign($"page of {identityId} at {number}");
}
