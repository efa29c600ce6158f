using CognitoPools.Sandbox.Identities;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>The identity of a sign-in and the changes to it. Nothing changes before the plan is applied, so that a refused
/// sign-in has no effect.</summary>
/// <param name="Survivor">The position of the identity, or null for a new one.</param>
/// <param name="Merged">The identities that are merged into it.</param>
/// <param name="Linked">The logins that are linked to it.</param>
internal sealed record IdentityPlan(int? Survivor, IReadOnlyList<int> Merged, IReadOnlyList<Login> Linked)
{
    private const int LoginLimit = 20;

    /// <summary>Plans a sign-in that names no identity: the oldest identity with one of the logins, or a new one.</summary>
    /// <exception cref="ServiceError">The logins cannot belong to one identity.</exception>
    public static IdentityPlan ForLogins(PoolIdentities identities, IReadOnlyList<Login> logins)
    {
        var owners = Owners(identities, logins);
        return Checked(identities, owners.Count == 0 ? null : owners[0], [.. owners.Skip(1)], logins);
    }

    /// <summary>
    /// Plans a sign-in that names an identity. A guest's identity gets the logins, or is merged into the identity that has
    /// one of them. The identity of a signed-in user must already have one of the logins.
    /// </summary>
    /// <exception cref="ServiceError">The logins cannot belong to this identity.</exception>
    public static IdentityPlan ForIdentity(PoolIdentities identities, StoredIdentity identity, IReadOnlyList<Login> logins)
    {
        var owners = Owners(identities, logins);
        var isGuest = identity.Logins.Count == 0;
        if (!isGuest && !owners.Contains(identity.Position))
            throw SignInErrors.LoginsDoNotMatch;
        var survivor = isGuest && owners.Count > 0 ? owners[0] : identity.Position;
        return Checked(
            identities, survivor,
            [.. owners.Append(identity.Position).Distinct().Where(position => position != survivor)], logins);
    }

    /// <summary>Plans links of logins to an identity without a merge.</summary>
    /// <exception cref="ServiceError">The identity cannot have the login.</exception>
    public static IdentityPlan ForLinks(PoolIdentities identities, int? position, IReadOnlyList<Login> logins)
    {
        if (Owners(identities, logins).Any(owner => owner != position))
            throw SignInErrors.LinkedElsewhere;
        return Checked(identities, position, [], logins);
    }

    /// <summary>Plans the merge of one identity into another.</summary>
    /// <exception cref="ServiceError">The identities cannot be merged.</exception>
    public static IdentityPlan ForMerge(PoolIdentities identities, int source, int destination) =>
        Checked(identities, destination, [source], []);

    /// <summary>Applies the plan and returns the position of the identity.</summary>
    public int Apply(PoolIdentities identities, DateTimeOffset now)
    {
        var position = Survivor ?? identities.Add(1, [], now, now, disabled: false);
        foreach (var source in Merged)
            identities.Merge(source, position, now);
        foreach (var login in Linked)
            identities.Link(position, login, now);
        return position;
    }

    private static List<int> Owners(PoolIdentities identities, IReadOnlyList<Login> logins) =>
        [.. logins.Select(identities.OwnerOf).OfType<int>().Distinct().OrderBy(position => position)];

    private static IdentityPlan Checked(
        PoolIdentities identities, int? survivor, IReadOnlyList<int> merged, IReadOnlyList<Login> logins)
    {
        var linked = logins.Where(login => identities.OwnerOf(login) is null).ToList();
        var known = merged.Concat(survivor is { } position ? [
            position,
        ] : Enumerable.Empty<int>()).SelectMany(identities.LinksOf).Select(link => link.Login);
        var all = known.Concat(linked).ToList();
        var providers = all.Where(login => !login.IsDeveloper).GroupBy(login => login.Provider, StringComparer.Ordinal);
        if (providers.Any(provider => provider.Count() > 1))
            throw SignInErrors.LinkedElsewhere;
        if (all.Count > LoginLimit)
            throw SignInErrors.Invalid($"An identity can have at most {LoginLimit} linked logins.");
        return new IdentityPlan(survivor, merged, linked);
    }
}
