using System.Globalization;

namespace CognitoPools.SignIn;

/// <summary>Reads the service's refusals of a sign-in, whose messages are those of public threads, against the pool and
/// the tokens.</summary>
internal sealed class RefusalReading(SignInWish wish, IdentityPool? pool, DateTimeOffset now)
{
    /// <summary>The tokens by login key, where the sign-in itself does not hold them.</summary>
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
            "PoolNotFound", $"There is no identity pool {wish.IdentityPoolId} in this account and Region.",
            "Get-CognitoIdentityPool lists the pools; Get-PoolAccount shows the account.")
        : new(
            "IdentityNotFound", $"There is no identity {wish.IdentityId}.",
            "Leave -IdentityId out: the pool finds the user's identity, or makes one.");

    public Refusal? NotAuthorized(string message, string? role)
    {
        if (Has(message, "Unauthenticated access is not supported"))
            return GuestAccess();
        if (Has(message, "Access to Identity"))
        {
            return new(
                "IdentityForbidden",
                $"The identity {wish.IdentityId} belongs to a user who has signed in, so it takes one of that user's "
                    + $"logins{(wish.Logins.Count == 0 ? ", and none was given" : "")}; or it was merged into another "
                    + $"identity and is disabled.",
                "Give -Login with a provider that is linked to it (Get-PoolIdentity -IdentityId shows them), or leave "
                    + "-IdentityId out: the pool finds the user's identity.");
        }
        // The service uses the same message for a login whose provider the pool does not have.
        if (Has(message, "Logins don't match") && wish.IdentityId is null)
            return NotConfigured();
        if (Has(message, "Logins don't match"))
        {
            return new(
                "LoginsMismatch",
                $"None of the logins given ({Keys()}) belongs to the identity {wish.IdentityId}.",
                "Give a login that is linked to the identity, or leave -IdentityId out. Get-PoolIdentity -IdentityId "
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
                $"The token for {Keys()} is not one that its issuer "
                    + $"signed{(wish.Logins.Values.All(JwtToken.LooksLikeToken) ? "" : ": it has not even the form of a token")}.",
                "Give the ID token as the provider issued it, whole and unchanged.");
        }
        if (Has(message, "Cognito token"))
        {
            return new(
                "TokenOfOtherIssuer", $"The token for {Keys()} is one that an identity pool issued.",
                "Give the ID token of a provider, or a developer token alone.");
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
                $"{PoolFirst} does not give this user the role {role ?? "that was asked for"}{Why(role)}",
                "Leave -CustomRole out, or name a role that the token lists or a rule gives. Resolve-PoolRole shows "
                    + "what a user may get.");
        }
        if (Has(message, "disabled"))
        {
            return new(
                "IdentityDisabled", $"The identity {wish.IdentityId} is disabled: it was merged into another one.",
                "Leave -IdentityId out: the pool finds the user's identity.");
        }
        return null;
    }

    public Refusal? InvalidParameter(string message)
    {
        if (Has(message, "flow is not enabled"))
        {
            return new(
                "BasicFlowOff", $"The basic flow of {Pool} is off.",
                $"{EnhancedFlow}, or turn it on: Set-CognitoIdentityPool{PoolArgument} -BasicFlow Active.");
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
                $"{PoolFirst} takes the basic flow from nobody while a provider has the role setting Rules or "
                    + $"Token{(mapped.Count == 0 ? "" : $": {string.Join(", ", mapped)}")}.",
                $"{EnhancedFlow}, or set the providers back: Set-PoolIdentityProvider ... -RoleSetting Default.");
        }
        if (Has(message, "valid public provider"))
        {
            return new(
                "ProviderNotConfigured",
                $"One of the logins given ({Keys()}) is of the developer provider of {Pool}, whose users sign in with a "
                    + "token of the pool.",
                "Give the developer token: -Login @{ Developer = New-PoolDeveloperToken ... }.");
        }
        if (Has(message, "not supported with SAML"))
            return new("BasicFlowWithSaml", "SAML users get credentials in the enhanced flow only.", $"{EnhancedFlow}.");
        return null;
    }

    private Refusal GuestAccess() => wish.Logins.Count > 0
        ? new("GuestAccessOff", $"None of the logins given was taken, and guest access of {Pool} is off.", "Check the tokens.")
        : new(
            "GuestAccessOff", $"Guest access of {Pool} is off, and no login was given.",
            $"Give -Login, or let guests in: Set-PoolGuestAccess{PoolArgument} -Enable -CreateRole.");

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
            $"{PoolFirst} has no provider {(unknown.Count == 0 ? Keys() : string.Join(", ", unknown))}.{Providers}",
            $"Name a provider of the pool, or add it: Add-PoolIdentityProvider{PoolArgument}.");
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
            && !Same(issuer, login.Key)).Select(login => $"{login.Key} was given a token of {login.Token.Issuer}").ToList();
        return new(
            "TokenOfOtherIssuer",
            wrong.Count == 0
                ? $"The token is not of the provider that it was given for ({Keys()})."
                : $"{string.Join("; ", wrong)}.",
            "Give each token under the provider that issued it.");
    }

    private Refusal Expired()
    {
        var ended = Tokens().Where(login => login.Token.Expiration <= now)
            .Select(login => $"The token for {login.Key} expired at {Local(login.Token.Expiration!.Value)}")
            .ToList();
        return new(
            "TokenExpired",
            ended.Count == 0 ? "The token has expired." : $"{string.Join("; ", ended)}; it is {Local(now)} now.",
            "Sign in to the provider again and give the new token.");
    }

    private Refusal MissingClaim(string message)
    {
        var access = Tokens().Any(login => login.Token.Claims["token_use"]?.Values.FirstOrDefault() == "access");
        return new(
            "TokenLacksClaim",
            access ? "An access token was given where the ID token is needed." : $"The token is not of the right kind: {message}",
            "Give the ID token; only Facebook and Login with Amazon take access tokens.");
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
                $"The token for {login.Key} is for the application {login.Is}{(login.Wanted.Length == 0 ? "" : $", and the pool has {login.Wanted}")}")
                .ToList();
        return new(
            "TokenOfOtherApplication",
            wrong.Count == 0 ? "The token was issued for another application than the pool's." : $"{string.Join("; ", wrong)}.",
            $"Sign in to the pool's application, or add the other one: Add-PoolIdentityProvider{PoolArgument}.");
    }

    private Refusal Ambiguous()
    {
        var selection = pool is null ? null : RoleSelector.Select(pool, SignInExplainer.Request(wish, pool));
        var tried = selection is { PassedOver.Count: > 0 } ? $" Tried: {string.Join("; ", selection.PassedOver)}." : "";
        return new(
            "RoleDenied",
            $"{PoolFirst} denies this user a role: "
                + $"{selection?.Reason ?? "no rule fits, or the token names no single role, and the role resolution denies."}{tried}",
            $"Set-PoolIdentityProvider{PoolArgument} -Provider {selection?.Provider?.RoleMappingKey ?? "<provider>"} -AddRule adds a rule, "
                + "-RoleResolution AuthenticatedRole lets everybody else in.");
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
