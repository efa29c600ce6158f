using CognitoPools.Sandbox.Identities;
using CognitoPools.Sandbox.Operations.SignIn;
using CognitoPools.Sandbox.Wire;
using CsCheck;

namespace CognitoPools.Sandbox.Tests;

/// <summary>Whatever is signed in, merged, unlinked and deleted: identities and logins stay in step.</summary>
public sealed class PoolIdentitiesTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private static readonly Gen<Login> Logins = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3])
        .Select((provider, user) => new Login($"p{provider}", $"u{user}", IsDeveloper: provider == 3));

    private static readonly Gen<(int Action, Login First, Login Second)[]> Steps = Gen.Select(
        Gen.Int[0, 3], Logins, Logins).Array[
        1,
        40];

    [Fact]
    public void A_login_has_one_owner_and_an_identity_the_providers_of_its_logins() => Steps.Sample(steps =>
    {
        var identities = new PoolIdentities();
        foreach (var (action, first, second) in steps)
        {
            Take(identities, action, first, second);
            Check(identities);
        }
    });

    private static void Take(PoolIdentities identities, int action, Login first, Login second)
    {
        var owner = identities.OwnerOf(first);
        try
        {
            switch (action)
            {
                case 0:
                    var together = first.Provider == second.Provider ? [first] : new[] { first, second };
                    var position = IdentityPlan.ForLogins(identities, together).Apply(identities, Now);
                    Assert.All(together, login => Assert.Equal(position, identities.OwnerOf(login)));
                    break;
                case 1 when owner is { } source && identities.OwnerOf(second) is { } destination && source != destination:
                    IdentityPlan.ForMerge(identities, source, destination).Apply(identities, Now);
                    Assert.Equal(
                        (destination, IdentityState.Disabled),
                        (identities.OwnerOf(first), identities.Get(source).State));
                    break;
                case 2 when owner is { } linked:
                    identities.Unlink(linked, first, Now);
                    Assert.Null(identities.OwnerOf(first));
                    break;
                case 3 when owner is { } gone:
                    identities.Remove(gone);
                    Assert.False(identities.TryGet(gone, out _));
                    break;
            }
        }
        catch (ServiceError refusal)
        {
            Assert.Equal("ResourceConflictException", refusal.Code);
        }
    }

    private static void Check(PoolIdentities identities)
    {
        var listed = identities.Page(0, 1_000).Page;
        foreach (var identity in listed)
        {
            var links = identities.LinksOf(identity.Position);
            Assert.All(links, link => Assert.Equal(identity.Position, identities.OwnerOf(link.Login)));
            Assert.Equal(links.Select(link => link.Login.Provider).Distinct().Order(StringComparer.Ordinal), identity.Logins);
            Assert.Equal(links.Count > 0, identity.State == IdentityState.Active);
            Assert.Equal(
                links.Count(link => !link.Login.IsDeveloper),
                links.Where(link => !link.Login.IsDeveloper).DistinctBy(link => link.Login.Provider).Count());
        }

        var linked = listed.SelectMany(identity => identities.LinksOf(identity.Position)).Select(link => link.Login).ToList();
        Assert.Equal(linked.Count, linked.Distinct().Count());
    }
}
