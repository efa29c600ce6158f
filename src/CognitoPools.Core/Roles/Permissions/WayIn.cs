namespace CognitoPools.Roles.Permissions;

/// <summary>Whether users of a pool can get credentials in a flow, and for which roles.</summary>
public sealed class WayIn
{
    private readonly IdentityPool pool;
    private readonly PoolIdentityType identityType;
    private readonly SignInFlow flow;

    /// <param name="pool">The pool with its roles and providers.</param>
    /// <param name="identityType">Guest or authenticated.</param>
    /// <param name="flow">The flow.</param>
    public WayIn(IdentityPool pool, PoolIdentityType identityType, SignInFlow flow)
    {
        (this.pool, this.identityType, this.flow) = (pool, identityType, flow);
        var byRule = pool.Providers.SelectMany(provider => provider.Rules).Select(rule => rule.Role);
        var own = identityType == PoolIdentityType.Guest ? pool.GuestRole : pool.AuthenticatedRole;
        IEnumerable<string> roles = own is null ? [] : [own];
        if (identityType == PoolIdentityType.Authenticated && flow == SignInFlow.Enhanced)
            roles = roles.Concat(byRule);
        Closed = WhyClosed() ?? (roles.Any() ? null : NoRole());
        Roles = Closed is null ? [.. roles.Distinct(StringComparer.Ordinal)] : [];
    }

    /// <summary>The ARNs of the roles that they get: the pool's own role and the roles of rules. Roles that come from a
    /// token are known only at sign-in.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>A sentence with the reason why users get no credentials; null if they can get them.</summary>
    public string? Closed { get; }

    /// <summary>Whether some users get roles that only their tokens name.</summary>
    public bool HasTokenRoles =>
        Closed is null
        && identityType == PoolIdentityType.Authenticated
        && flow == SignInFlow.Enhanced
        && pool.Providers.Any(provider => provider.RoleSetting == RoleSetting.Token);

    private string? WhyClosed()
    {
        if (identityType == PoolIdentityType.Guest && !pool.GuestAccess)
            return $"Guest access is off in identity pool {pool}, so guests get no credentials.";
        if (identityType == PoolIdentityType.Authenticated && pool.Providers.Count == 0)
            return $"Identity pool {pool} has no identity provider, so no one can sign in.";
        if (flow == SignInFlow.Enhanced)
            return null;
        if (pool.BasicFlow == BasicFlowState.Inactive)
            return $"The basic flow is off in identity pool {pool}.";
        if (pool.Providers.Any(provider => provider.RoleSetting != RoleSetting.Default))
        {
            return $"The basic flow is not available in identity pool {pool} while a provider uses the role setting Rules or "
                + "Token.";
        }
        return identityType == PoolIdentityType.Authenticated
            && pool.Providers.All(provider => provider.Type == ProviderType.Saml)
            ? $"The basic flow is not available to users of SAML providers, and identity pool {pool} has no other provider."
            : null;
    }

    private string NoRole()
    {
        var users = IamRoles.Users(identityType);
        return flow == SignInFlow.Basic
            ? $"Identity pool {pool} has no role for {users}. In the basic flow, they choose the role themselves: any role whose "
                + "trust policy accepts them can be used."
            : $"Identity pool {pool} has no role for {users}, so they get no credentials.";
    }
}
