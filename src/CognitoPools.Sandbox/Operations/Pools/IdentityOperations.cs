using System.Text.Json;
using CognitoPools.Sandbox.Identities;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Pools;

/// <summary>The operations that list, describe and delete identities.</summary>
internal static class IdentityOperations
{
    /// <summary>Lists a page of identities. Disabled identities are removed after the page is cut, so a page can be short or
    /// even empty although more pages follow.</summary>
    public static object List(CallContext context, JsonElement input)
    {
        var size = input.GetProperty("MaxResults").GetInt32();
        var hideDisabled = input.Flag("HideDisabled");
        var region = context.Pools;
        lock (region.Gate)
        {
            var pool = region.Get(input.Text("IdentityPoolId"));
            var start = region.Position(BlockCipher.Use.IdentityPage, pool.Number, input.OptionalText("NextToken"));
            var (page, next) = pool.Identities.Page(start, size);
            return new IdentityPage(
                pool.Id,
                [.. page.Where(identity => !(hideDisabled && identity.State == IdentityState.Disabled))
                    .Select(identity => Describe(region, pool, identity))],
                next < 0 ? null : region.PageToken(BlockCipher.Use.IdentityPage, pool.Number, next));
        }
    }

    public static object Describe(CallContext context, JsonElement input)
    {
        var id = input.Text("IdentityId");
        var region = context.Pools;
        lock (region.Gate)
        {
            return region.TryFind(id, out var pool, out var identity)
                ? Describe(region, pool, identity)
                : throw new ServiceError("ResourceNotFoundException", $"Identity '{id}' not found.");
        }
    }

    /// <summary>Deletes identities. An id that does not exist is returned as unprocessed: AWS does not document this, and it is
    /// the most cautious assumption.</summary>
    public static object Delete(CallContext context, JsonElement input)
    {
        var ids = input.GetProperty("IdentityIdsToDelete")
            .EnumerateArray()
            .Select(id => id.GetString()!)
            .Distinct(StringComparer.Ordinal);
        var fault = context.UnprocessedFault;
        var unprocessed = new List<UnprocessedIdentity>();
        var region = context.Pools;
        var number = 0;
        lock (region.Gate)
        {
            foreach (var id in ids)
            {
                var strikes = fault is not null && number++ < fault.UnprocessedCount;
                if (strikes)
                    unprocessed.Add(new UnprocessedIdentity(id, fault!.ErrorCode ?? "InternalServerError"));
                if (strikes && !fault!.AfterApply)
                    continue;
                if (region.TryFind(id, out var pool, out var identity))
                    pool.Identities.Remove(identity.Position);
                else if (!strikes)
                    unprocessed.Add(new UnprocessedIdentity(id, "AccessDenied"));
            }
        }

        return new Removal(unprocessed);
    }

    private static IdentityDescription Describe(PoolRegion region, Pool pool, StoredIdentity identity) =>
        new(
            region.IdentityId(pool, identity.Position), identity.Logins,
            EpochTime.Fraction(identity.Created), EpochTime.Fraction(identity.Modified));
}
