using System.Globalization;

namespace CognitoPools.SignIn;

/// <summary>Chooses the role of a sign-in in the enhanced flow, as an identity pool does, with the reason. Uses only
/// the pool and the claims, without calls.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html</remarks>
public static class RoleSelector
{
    /// <summary>The role.</summary>
    /// <param name="pool">The pool with its roles and role mappings.</param>
    /// <param name="request">The sign-in.</param>
    public static RoleSelection Select(IdentityPool pool, SignInRequest request)
    {
        if (request.IdentityType == PoolIdentityType.Guest)
            return Guest(pool, request.CustomRole);
        if (request.Logins.Count == 1)
            return Login(pool, request.Logins[0], request.CustomRole);

        var mapped = request.Logins.Where(login => login.Provider.RoleSetting != RoleSetting.Default).ToList();
        var deciding = mapped.Count > 0 ? mapped : [request.Logins[0]];
        var selections = deciding.ConvertAll(login => Login(pool, login, request.CustomRole));
        var first = selections[0] with
        {
            Assumptions =
            [
                .. selections.SelectMany(selection => selection.Assumptions)
                    .Append(SignInAssumptions.SeveralLogins)
                    .Distinct(StringComparer.Ordinal),
            ],
        };
        return selections.TrueForAll(selection => selection.Role == first.Role)
            ? first
            : first with
            {
                Role = null,
                Rule = null,
                Denial = RoleDenial.Ambiguous,
                Reason =
                    $"The logins result in different roles: "
                        + $"{string.Join(", ", selections.Select(selection => selection.Role ?? "none").Distinct(StringComparer.Ordinal))}.",
            };
    }

    private static RoleSelection Guest(IdentityPool pool, string? customRole)
    {
        if (!pool.GuestAccess)
            return new RoleSelection(null, RoleDenial.GuestAccessOff, "Guest access of the pool is off.", null);
        if (pool.GuestRole is null)
            return new RoleSelection(null, RoleDenial.NoRole, "The pool has no guest role.", null);
        return customRole is null || customRole == pool.GuestRole
            ? new RoleSelection(pool.GuestRole, RoleDenial.None, "Guests get the pool's guest role.", null)
            : new RoleSelection(null, RoleDenial.CustomRole, "Guests can get only the guest role.", null)
            {
                Assumptions = [SignInAssumptions.CustomRoleWithoutMapping],
            };
    }

    private static RoleSelection Login(IdentityPool pool, SignInLogin given, string? customRole)
    {
        var provider = given.Provider;
        var login = given with { Claims = given.Claims.ForRules(provider.Type) };
        if (provider.Type == ProviderType.Saml && customRole is not null)
            return SamlRole(login, customRole);
        return provider.RoleSetting switch
        {
            RoleSetting.Rules => ByRules(pool, login, customRole),
            RoleSetting.Token => ByToken(pool, login, customRole),
            _ => Default(pool, provider, customRole),
        };
    }

    private static RoleSelection Default(IdentityPool pool, PoolIdentityProvider provider, string? customRole)
    {
        if (customRole is not null && customRole != pool.AuthenticatedRole)
        {
            return new RoleSelection(
                null,
                RoleDenial.CustomRole,
                $"{provider.Name} has the role setting Default, which allows only the authenticated role.",
                provider)
            {
                Assumptions = [SignInAssumptions.CustomRoleWithoutMapping],
            };
        }
        var why = provider.Type == ProviderType.Developer
            ? "Developer identities get the pool's authenticated role."
            : $"{provider.Name} has the role setting Default, so its users get the pool's authenticated role.";
        return Authenticated(pool, provider, why);
    }

    private static RoleSelection Authenticated(IdentityPool pool, PoolIdentityProvider provider, string reason) =>
        pool.AuthenticatedRole is { } role
            ? new RoleSelection(role, RoleDenial.None, reason, provider)
            : new RoleSelection(null, RoleDenial.NoRole, $"{reason.TrimEnd('.')}, but the pool has none.", provider);

    private static RoleSelection SamlRole(SignInLogin login, string customRole)
    {
        // Each value is 'role ARN,provider ARN', in either order.
        var offered = (login.Claims[SignInClaims.SamlRoles]?.Values ?? [])
            .SelectMany(value => value.Split(','))
            .Select(part => part.Trim())
            .ToList();
        return offered.Contains(customRole, StringComparer.Ordinal)
            ? new RoleSelection(customRole, RoleDenial.None, "The custom role is one of the roles of the assertion.", login.Provider)
            : new RoleSelection(null, RoleDenial.CustomRole, "The custom role is not one of the roles of the assertion.", login.Provider);
    }

    private static RoleSelection ByRules(IdentityPool pool, SignInLogin login, string? customRole)
    {
        var provider = login.Provider;
        var passed = new List<string>();
        var assumptions = new List<string>();
        if (customRole is not null)
            assumptions.Add(SignInAssumptions.CustomRoleWithRules);
        for (var index = 0; index < provider.Rules.Count; index++)
        {
            var rule = provider.Rules[index];
            var name = $"Rule {(index + 1).ToString(CultureInfo.InvariantCulture)} ({rule})";
            if (customRole is not null && rule.Role != customRole)
            {
                passed.Add($"{name}: its role is not the custom role");
                continue;
            }
            var match = RuleMatch.Of(rule, login.Claims);
            assumptions.AddRange(match.Assumptions);
            if (match.Fits)
            {
                return new RoleSelection(
                    rule.Role, RoleDenial.None,
                    $"{name} of {provider.Name} is the first that matches: {match.Reason}.", provider)
                {
                    Rule = rule,
                    PassedOver = passed,
                    Assumptions = Distinct(assumptions),
                };
            }
            passed.Add($"{name}: {match.Reason}");
        }
        var resolved = Resolve(
            pool,
            provider,
            customRole is null
                ? $"no rule of {provider.Name} matches"
                : $"no rule of {provider.Name} with the custom role matches",
            customRole);
        return resolved with { PassedOver = passed, Assumptions = Distinct([.. assumptions, .. resolved.Assumptions]) };
    }

    private static RoleSelection ByToken(IdentityPool pool, SignInLogin login, string? customRole)
    {
        var (provider, listed) = (login.Provider, ListedRoles(login.Claims));
        if (customRole is not null)
        {
            return listed.Contains(customRole, StringComparer.Ordinal)
                ? new RoleSelection(
                    customRole, RoleDenial.None, $"The claim {SignInClaims.Roles} of the token lists the custom role.", provider)
                : new RoleSelection(
                    null, RoleDenial.CustomRole,
                    $"The claim {SignInClaims.Roles} of the token does not list the custom role.", provider);
        }
        if (login.Claims[SignInClaims.PreferredRole]?.Values is [{ Length: > 0 } preferred])
        {
            return new RoleSelection(preferred, RoleDenial.None, $"The claim {SignInClaims.PreferredRole} of the token names the role.", provider)
            {
                Assumptions = listed.Contains(preferred, StringComparer.Ordinal) ? [] : [SignInAssumptions.PreferredRoleUnlisted],
            };
        }
        if (listed.Count == 1)
        {
            return new RoleSelection(
                listed[0], RoleDenial.None, $"The role is the only one in the claim {SignInClaims.Roles} of the token.", provider)
            {
                Assumptions = [SignInAssumptions.OnlyRoleOfToken],
            };
        }
        if (listed.Count > 1)
        {
            return Resolve(
                pool,
                provider,
                $"the token has {listed.Count.ToString(CultureInfo.InvariantCulture)} roles in {SignInClaims.Roles} and no "
                    + $"{SignInClaims.PreferredRole}",
                null);
        }
        var resolved = Resolve(
            pool, provider, $"the token has neither {SignInClaims.PreferredRole} nor {SignInClaims.Roles}", null);
        return resolved with { Assumptions = [SignInAssumptions.TokenWithoutRoles, .. resolved.Assumptions] };
    }

    private static RoleSelection Resolve(IdentityPool pool, PoolIdentityProvider provider, string because, string? customRole)
    {
        var sentence = char.ToUpperInvariant(because[0]) + because.Substring(1);
        if (provider.RoleResolution != RoleResolution.AuthenticatedRole)
        {
            return new RoleSelection(null, RoleDenial.Ambiguous, $"{sentence}, and the role resolution is Deny.", provider)
            {
                Assumptions = provider.RoleResolution is null ? [SignInAssumptions.MissingResolution] : [],
            };
        }
        if (customRole is not null && customRole != pool.AuthenticatedRole)
        {
            return new RoleSelection(
                null, RoleDenial.CustomRole, $"{sentence}, and the authenticated role is not the custom role.", provider);
        }
        return Authenticated(pool, provider, $"{sentence}, so the user gets the authenticated role by the role resolution.");
    }

    // Real tokens contain a JSON array; the documentation shows a comma-separated string.
    private static List<string> ListedRoles(SignInClaims claims) =>
        [.. (claims[SignInClaims.Roles]?.Values ?? [])
            .SelectMany(value => value.Split(','))
            .Select(role => role.Trim())
            .Where(role => role.Length > 0)
            .Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Distinct(IEnumerable<string> texts) => [.. texts.Distinct(StringComparer.Ordinal)];
}
