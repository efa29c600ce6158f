using CognitoPools.Account;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.SignIn;

/// <summary>Determines which role a user would get, and why.</summary>
public static class RoleResolver
{
    /// <summary>The decision from the pool alone, without calls.</summary>
    /// <param name="pool">The pool with its roles, role mappings and attribute mappings.</param>
    /// <param name="request">The sign-in.</param>
    public static PoolRoleDecision Decide(IdentityPool pool, SignInRequest request)
    {
        var selection = RoleSelector.Select(pool, request);
        var tags = PrincipalTags.Of(request.Logins);
        return new PoolRoleDecision
        {
            IdentityPoolId = pool.IdentityPoolId,
            IdentityType = request.IdentityType,
            Subject = request.Logins.Select(login => login.Claims["sub"]?.Values.FirstOrDefault())
                .FirstOrDefault(subject => subject is not null),
            Provider = selection.Provider?.RoleMappingKey ?? selection.Provider?.Name,
            Role = selection.Role,
            Reason = selection.Reason,
            Rule = selection.Rule,
            PassedOver = selection.PassedOver,
            PrincipalTags = tags.Tags,
            Assumptions =
            [
                .. selection.Assumptions
                    .Concat(tags.Assumptions)
                    .Concat(request.Logins.Where(login => login.IsAudienceAssumed)
                        .Select(_ => SignInAssumptions.OpenIdConnectAudience))
                    .Distinct(StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>The decision with facts from IAM: whether the role accepts this user, and which actions the service
    /// removes for a guest.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="request">The sign-in.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public static async Task<PoolRoleDecision> CheckAsync(
        AccountConnection connection, IdentityPool pool, SignInRequest request, CancellationToken cancellationToken)
    {
        var decision = Decide(pool, request);
        if (decision.Role is null)
            return decision;
        NamedRole named;
        try
        {
            named = await NamedRole.FindAsync(connection, pool.Region, "Role", decision.Role, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (InvalidSettingException missing)
        {
            return decision with { Trusted = false, TrustReason = $"{missing.Cause} The user would get no credentials." };
        }
        if (named.Facts is not { } role)
            return decision with { TrustReason = named.NotReadWithCure };
        var trust = Trust(pool, request, decision, role);
        return trust with
        {
            GuestCeilingCuts = request.IdentityType == PoolIdentityType.Guest
                ? await CutsAsync(connection, pool, role, cancellationToken).ConfigureAwait(false)
                : [],
        };
    }

    private static PoolRoleDecision Trust(IdentityPool pool, SignInRequest request, PoolRoleDecision decision, PoolRoleFacts role)
    {
        var partition = AwsPartition.FromRegion(pool.Region);
        if (role.Trust is null)
        {
            return decision with
            {
                TrustReason = $"The trust policy of the role could not be interpreted: {role.TrustProblem}",
            };
        }
        var token = TrustRequest.ForPool(partition, pool.IdentityPoolId, request.IdentityType);
        if (request.Logins.Count > 0)
            token = token.SignedInWith(request.Logins[0].Provider.LoginKey);
        var answer = role.Trust.Evaluate(token with { RequestTags = decision.PrincipalTags });
        return decision with { Trusted = answer.Trusted, TrustReason = answer.Reason };
    }

    private static async Task<IReadOnlyList<string>> CutsAsync(
        AccountConnection connection, IdentityPool pool, PoolRoleFacts role, CancellationToken cancellationToken)
    {
        try
        {
            var policies = await new RolePolicies(connection, pool.Region)
                .ReadAsync(role.Name, cancellationToken)
                .ConfigureAwait(false);
            return [
                .. policies.Where(policy => policy.Document is not null)
                    .SelectMany(policy => Cuts(policy.Document!))
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ];
        }
        catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception))
        {
            return [];
        }
    }

    private static IReadOnlyList<string> Cuts(string document)
    {
        try
        {
            return GuestCeiling.CutOff(document);
        }
        catch (FormatException)
        {
            // IAM accepts policies that this module cannot read, so what they allow is unknown.
            return [];
        }
    }
}
