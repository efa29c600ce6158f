using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Wire;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>The role of a sign-in in the enhanced flow. The pool's mappings choose it, and its trust policy must accept the
/// token.</summary>
internal static class EnhancedFlow
{
    /// <summary>The role of a guest, or of a user of one of the pool's providers.</summary>
    /// <exception cref="ServiceError">The sign-in has no role.</exception>
    public static IamRole Role(
        CallContext context, IdentityPool pool, string identityId,
        IReadOnlyList<VerifiedLogin> logins, string? customRole)
    {
        var request = new SignInRequest([.. logins.Select(login => new SignInLogin(login.Provider, login.Claims))], customRole);
        var token = new IdentityToken(pool.IdentityPoolId, identityId, VerifiedLogin.Amr(logins)) { Tags = Tags(logins) };
        return Role(context, pool, request, token);
    }

    /// <summary>The role of a developer identity.</summary>
    /// <exception cref="ServiceError">The sign-in has no role.</exception>
    public static IamRole DeveloperRole(CallContext context, IdentityPool pool, IdentityToken token, string? customRole)
    {
        var provider = pool.Providers.First(candidate => candidate.Type == ProviderType.Developer);
        return Role(context, pool, new SignInRequest([new SignInLogin(provider, SignInClaims.None)], customRole), token);
    }

    /// <summary>The principal tags of logins.</summary>
    public static IReadOnlyDictionary<string, string> Tags(IReadOnlyList<VerifiedLogin> logins) =>
        PrincipalTags.Of([.. logins.Select(login => new SignInLogin(login.Provider, login.Claims))]).Tags;

    private static IamRole Role(CallContext context, IdentityPool pool, SignInRequest request, IdentityToken token)
    {
        var selection = RoleSelector.Select(pool, request);
        if (selection.Role is { } arn)
            return RoleTrust.Assumable(context, arn, token.Request(context.Partition)) ?? throw SignInErrors.WrongRoles;
        throw selection.Denial switch
        {
            RoleDenial.GuestAccessOff => SignInErrors.NoGuests,
            RoleDenial.Ambiguous => SignInErrors.Ambiguous(selection.Provider!.RoleMappingKey ?? selection.Provider.Name),
            RoleDenial.CustomRole => SignInErrors.ForbiddenRole(request.CustomRole!),
            _ => SignInErrors.WrongRoles,
        };
    }
}
