using System.Globalization;

namespace CognitoPools.SignIn;

/// <summary>Interprets the service's refusals of a sign-in, with the help of the pool and the tokens. The service's
/// messages are taken from public threads.</summary>
internal sealed class RefusalReading(SignInWish wish, IdentityPool? pool, DateTimeOffset now)
{
    /// <summary>The tokens by login key, if the sign-in itself does not contain them.</summary>
    public IReadOnlyList<(string Key, JwtToken Token)>? Decoded { get; init; }

    private const string EnhancedFlow = "Use the enhanced flow (Get-PoolCredential without -Flow Basic)";

    private string Pool =>
        pool is null
            ? (wish.IdentityPoolId is { } id ? $"identity pool {id}" : $"the identity pool of identity {wish.IdentityId}")
            : $"identity pool {pool}";

    private string PoolFirst => char.ToUpperInvariant(Pool[0]) + Pool.Substring(1);

    // The argument that names the pool in a suggested command; empty when only an identity was given.
    private string PoolArgument => wish.IdentityPoolId is { } id ? $" '{id}'" : "";

    private string Providers =>
        pool is null || pool.Providers.Count == 0
            ? ""
            : $" It has: {string.Join(", ", pool.Providers.Select(provider => provider.LoginKey).Distinct(StringComparer.Ordinal))}.";

    public Refusal? NotFound(string message) => Has(message, "IdentityPool")
        ? new(
            "PoolNotFound", $"Identity pool {wish.IdentityPoolId} does not exist in this account and Region.",
            "Run Get-CognitoIdentityPool to list the pools, or Get-PoolAccount to check the account.")
        : new(
            "IdentityNotFound", $"Identity {wish.IdentityId} does not exist.",
            "Omit -IdentityId. The pool then finds the user's identity, or creates one.");

    public Refusal? NotAuthorized(string message, string? role)
    {
        if (Has(message, "Unauthenticated access is not supported"))
            return GuestAccess();
        if (Has(message, "Access to Identity"))
        {
            return new(
                "IdentityForbidden",
                $"Identity {wish.IdentityId} requires one of the logins of the user who signed in with "
                    + $"it{(wish.Logins.Count == 0 ? ", but no login was specified" : "")}. Or it was merged into another "
                    + "identity and is disabled.",
                "Specify -Login with a provider that is linked to it (Get-PoolIdentity -IdentityId shows them), or omit "
                    + "-IdentityId. The pool then finds the user's identity.");
        }
        // The service uses the same message for a login whose provider the pool does not have.
        if (Has(message, "Logins don't match") && wish.IdentityId is null)
            return NotConfigured();
        if (Has(message, "Logins don't match"))
        {
            return new(
                "LoginsMismatch",
                $"None of the specified logins ({Keys()}) belongs to identity {wish.IdentityId}.",
                "Specify a login that is linked to the identity, or omit -IdentityId. Get-PoolIdentity -IdentityId "
                    + "shows its logins.");
        }
        if (Has(message, "not from a supported provider"))
            return Unsupported();
        if (Has(message, "Issuer doesn't match"))
            return Issuer();
        if (Has(message, "Token expired"))
            return Expired();
        if (Has(message, "Couldn't verify signed token") || Has(message, "Not a valid OpenId Connect"))
        {
            return new(
                "TokenNotVerified",
                wish.Logins.Values.All(JwtToken.LooksLikeToken)
                    ? $"The token for {Keys()} was not signed by its issuer."
                    : $"The token for {Keys()} does not have the form of a token.",
                "Specify the ID token as the provider issued it, complete and unchanged.");
        }
        if (Has(message, "Cognito token"))
        {
            return new(
                "TokenOfOtherIssuer", $"The token for {Keys()} was issued by an identity pool.",
                "Specify the ID token of a provider, or a developer token without other logins.");
        }
        if (Has(message, "Missing a required claim"))
            return MissingClaim(message);
        if (Has(message, "audience"))
            return Audience();
        if (Has(message, "ambiguous role mapping"))
            return Ambiguous();
        if (Has(message, "Access to Role"))
        {
            return new(
                "RoleForbidden",
                $"{PoolFirst} does not allow this user the {(role is null ? "requested role" : $"role {role}")}{Why(role)}",
                "Omit -CustomRole, or specify a role that the token lists or a rule assigns. Resolve-PoolRole shows "
                    + "the role of a user.");
        }
        if (Has(message, "disabled"))
        {
            return new(
                "IdentityDisabled",
                $"{(wish.IdentityId is { } id ? $"Identity {id}" : "The identity")} is disabled because it was merged into another one.",
                wish.IdentityId is null
                    ? "Sign in with a login of the identity that it was merged into."
                    : "Omit -IdentityId. The pool then finds the user's identity.");
        }
        return null;
    }

    public Refusal? InvalidParameter(string message)
    {
        if (Has(message, "flow is not enabled"))
        {
            return new(
                "BasicFlowOff", $"The basic flow of {Pool} is off.",
                $"{EnhancedFlow}, or run Set-CognitoIdentityPool{PoolArgument} -BasicFlow Active.");
        }
        if (Has(message, "not supported with RoleMappings"))
        {
            var mapped = pool?.Providers
                .Where(provider => provider.RoleSetting != RoleSetting.Default)
                .Select(provider => provider.Name)
                .ToList()
                ?? [];
            return new(
                "BasicFlowWithRules",
                $"The basic flow is not available in {Pool} while a provider uses the role setting Rules or "
                    + $"Token{(mapped.Count == 0 ? "" : $": {string.Join(", ", mapped)}")}.",
                $"{EnhancedFlow}, or use Set-PoolIdentityProvider -RoleSetting Default for each of these providers.");
        }
        if (Has(message, "valid public provider"))
        {
            return new(
                "ProviderNotConfigured",
                $"One of the specified logins ({Keys()}) is for the developer provider of {Pool}, whose users sign in with a "
                    + "token of the pool.",
                "Create a token with New-PoolDeveloperToken and specify -Login @{ Developer = $token }.");
        }
        if (Has(message, "not supported with SAML"))
            return new("BasicFlowWithSaml", "The basic flow is not supported for SAML users.", $"{EnhancedFlow}.");
        return null;
    }

    private Refusal GuestAccess() => wish.Logins.Count > 0
        ? new("GuestAccessOff", $"None of the specified logins was accepted, and guest access of {Pool} is off.", "Check the tokens.")
        : new(
            "GuestAccessOff", $"Guest access of {Pool} is off, and no login was specified.",
            $"Specify -Login, or turn on guest access: Set-PoolGuestAccess{PoolArgument} -Enable -CreateRole.");

    private Refusal Unsupported()
    {
        // The service uses the same message for a token of an app client that the pool does not have.
        if (pool is not null && wish.Logins.Keys.All(key => pool.Providers.Any(provider => provider.LoginKey == key)))
            return Audience();
        return NotConfigured();
    }

    private Refusal NotConfigured()
    {
        var unknown = pool is null
            ? []
            : wish.Logins.Keys.Where(key => key != LoginKeys.DeveloperToken
                && !pool.Providers.Any(provider => provider.LoginKey == key)).ToList();
        return new(
            "ProviderNotConfigured",
            $"{PoolFirst} does not have the provider {(unknown.Count == 0 ? Keys() : string.Join(", ", unknown))}.{Providers}",
            $"Specify a provider of the pool, or add this one with Add-PoolIdentityProvider{PoolArgument}.");
    }

    private Refusal Issuer()
    {
        if (pool is not null
            && wish.Logins.Keys.Any(key => key != LoginKeys.DeveloperToken
                && !pool.Providers.Any(provider => provider.LoginKey == key)))
        {
            return NotConfigured();
        }
        var wrong = Tokens().Where(login => login.Token.Issuer is { } issuer
            && !Same(issuer, login.Key)).Select(login => $"The token for {login.Key} was issued by {login.Token.Issuer}").ToList();
        return new(
            "TokenOfOtherIssuer",
            wrong.Count == 0
                ? $"The token was not issued by the provider that it was specified for ({Keys()})."
                : $"{string.Join("; ", wrong)}.",
            "In -Login, specify each token for the provider that issued it.");
    }

    private Refusal Expired()
    {
        var ended = Tokens().Where(login => login.Token.Expiration <= now)
            .Select(login => $"The token for {login.Key} expired at {Local(login.Token.Expiration!.Value)}")
            .ToList();
        return new(
            "TokenExpired",
            ended.Count == 0 ? "The token has expired." : $"{string.Join("; ", ended)}; it is {Local(now)} now.",
            "Sign in to the provider again and specify the new token.");
    }

    private Refusal MissingClaim(string message)
    {
        var access = Tokens().Any(login => login.Token.Claims["token_use"]?.Values.FirstOrDefault() == "access");
        return new(
            "TokenLacksClaim",
            access ? "The token is an access token, but an ID token is required."
                : message.LastIndexOf(':') is > 0 and var colon ? $"The token has no claim {message.Substring(colon + 1).Trim(' ', '.')}, which is required."
                : "The token lacks a required claim.",
            "Specify the ID token. Only Facebook and Login with Amazon use access tokens.");
    }

    private Refusal Audience()
    {
        var wrong = Tokens().Select(login =>
            (
                login.Key,
                Is: string.Join(", ", login.Token.Audience),
                Wanted: string.Join(
                    ", ",
                    pool?.Providers
                        .Where(provider => provider.LoginKey == login.Key)
                        .Select(provider => provider.ShownClientId)
                        .OfType<string>()
                        ?? [])))
            .Where(login => login.Is != login.Wanted)
            .Select(login =>
                $"The token for {login.Key} was issued for the application {login.Is}{(login.Wanted.Length == 0 ? "" : $", but the pool has {login.Wanted}")}")
                .ToList();
        return new(
            "TokenOfOtherApplication",
            wrong.Count == 0 ? "The token was issued for an application that the pool does not have." : $"{string.Join("; ", wrong)}.",
            $"Sign in to the pool's application, or add the other one with Add-PoolIdentityProvider{PoolArgument}.");
    }

    private Refusal Ambiguous()
    {
        var selection = pool is null ? null : RoleSelector.Select(pool, SignInExplainer.Request(wish, pool));
        var tried = selection is { PassedOver.Count: > 0 } ? $" Rules that do not match: {string.Join("; ", selection.PassedOver)}." : "";
        return new(
            "RoleDenied",
            $"{PoolFirst} does not assign a role to this user: "
                + (selection?.Reason ?? "no rule matches or the token does not name a single role, and the role resolution is Deny.")
                + tried,
            $"Use Set-PoolIdentityProvider{PoolArgument} -Provider {selection?.Provider?.RoleMappingKey ?? "<provider>"} with -AddRule "
                + "to add a rule, or with -RoleResolution AuthenticatedRole to allow all other users.");
    }

    private string Why(string? role)
    {
        if (pool is null)
            return ".";
        var selection = RoleSelector.Select(pool, SignInExplainer.Request(wish, pool) with { CustomRole = role });
        return selection.Role is null ? $": {selection.Reason}" : ".";
    }

    private IEnumerable<(string Key, JwtToken Token)> Tokens() => Decoded ?? DecodedLogins();

    private IEnumerable<(string Key, JwtToken Token)> DecodedLogins()
    {
        foreach (var login in wish.Logins)
        {
            JwtToken token;
            try
            {
                token = JwtToken.Decode(login.Value);
            }
            catch (FormatException)
            {
                continue;
            }
            yield return (login.Key, token);
        }
    }

    private string Keys() => string.Join(", ", wish.Logins.Keys);

    private static bool Same(string issuer, string key) =>
        OidcIssuer.Fits(issuer, key) || LoginKeys.Find(issuer) == key;

    private static string Local(DateTimeOffset time) =>
        time.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static bool Has(string message, string part) => message.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
