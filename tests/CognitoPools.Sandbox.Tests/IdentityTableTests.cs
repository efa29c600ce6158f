using CognitoPools.Sandbox.Identities;
using CsCheck;

namespace CognitoPools.Sandbox.Tests;

public sealed class IdentityTableTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    /// <summary>Each step adds some identities and deletes a stretch of those that are there.</summary>
    private static readonly Gen<(int Add, double From, double Share)[]> Steps =
        Gen.Select(Gen.OneOf(Gen.Int[1, 10], Gen.Int[4_000, 9_000]), Gen.Double[0, 1], Gen.Double[0, 1]).Array[1, 8];

    [Fact]
    public void Pages_give_every_identity_once_whatever_was_added_and_deleted() => Gen.Select(Steps, Gen.Int[1, 60])
        .Sample((steps, size) =>
        {
            var table = new IdentityTable();
            var model = new List<int>();
            foreach (var (add, from, share) in steps)
            {
                var first = table.Add(add, [], Now, Now, disabled: false);
                model.AddRange(Enumerable.Range(first, add));
                var start = (int)(from * model.Count);
                var gone = model.GetRange(start, (int)((model.Count - start) * share));
                foreach (var position in gone)
                    Assert.True(table.Remove(position));
                model.RemoveRange(start, gone.Count);
                Assert.All(gone.Take(3), position => Assert.False(table.TryGet(position, out _) || table.Remove(position)));
            }

            var listed = new List<int>();
            for (var next = 0; next >= 0;)
            {
                (var page, next) = table.Page(next, size);
                Assert.True(page.Count == size || next < 0);
                listed.AddRange(page.Select(identity => identity.Position));
            }

            Assert.Equal(model, listed);
        }, iter: 60);

    [Fact]
    public void A_closed_position_opens_only_for_its_use_and_only_where_it_was_closed() => Gen.Select(Gen.Int, Gen.Int)
        .Sample((pool, position) =>
        {
            var (cipher, other) = (new BlockCipher(), new BlockCipher());
            var closed = cipher.Close(BlockCipher.Use.Identity, pool, position);

            Assert.True(cipher.TryOpen(BlockCipher.Use.Identity, closed, out var openedPool, out var openedPosition));
            Assert.Equal((pool, position), (openedPool, openedPosition));
            Assert.False(cipher.TryOpen(BlockCipher.Use.IdentityPage, closed, out _, out _));
            Assert.False(other.TryOpen(BlockCipher.Use.Identity, closed, out _, out _));
        });

    [Fact]
    public void An_identity_that_changes_keeps_its_place_and_its_creation()
    {
        var table = new IdentityTable();
        var first = table.Add(2, [], Now, Now, disabled: false);

        table.Update(first, ["p"], Now.AddHours(1), IdentityState.Disabled);

        Assert.True(table.TryGet(first, out var changed));
        Assert.Equal(
            (first, Now, Now.AddHours(1), IdentityState.Disabled),
            (changed.Position, changed.Created, changed.Modified, changed.State));
        Assert.Equal(["p"], changed.Logins);
        Assert.True(table.TryGet(first + 1, out var other));
        Assert.Equal((Now, IdentityState.Active, 0), (other.Modified, other.State, other.Logins.Count));
        Assert.Equal(2, table.Count);
    }
}
