using System.Text.Json;
using CognitoPools.Sandbox.Identities;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Pools;

/// <summary>The operations on identity pools.</summary>
internal static class PoolOperations
{
    private const int PoolLimit = 1_000;

    public static object Create(CallContext context, JsonElement input)
    {
        var settings = Read(input);
        ProviderRules.Check(context, settings);
        var tags = TagOperations.Merge(TagOperations.None, settings.IdentityPoolTags);
        var region = context.Pools;
        lock (region.Gate)
        {
            if (region.Count >= PoolLimit)
            {
                throw new ServiceError(
                    "LimitExceededException",
                    $"The account has reached its limit of {PoolLimit} identity pools in this Region.");
            }
            var pool = region.Add(settings);
            pool.Tags = tags;
            return Shown(pool);
        }
    }

    public static object Update(CallContext context, JsonElement input)
    {
        var settings = Read(input);
        ProviderRules.Check(context, settings);
        var region = context.Pools;
        lock (region.Gate)
        {
            var pool = region.Get(settings.IdentityPoolId!);
            var name = pool.Settings.DeveloperProviderName;
            if (name is not null && settings.DeveloperProviderName is { } other && other != name)
            {
                throw new ServiceError(
                    "InvalidParameterException", "The developer provider name of an identity pool cannot be changed.");
            }
            pool.Settings = settings with { DeveloperProviderName = settings.DeveloperProviderName ?? name };
            return Shown(pool);
        }
    }

    public static object Describe(CallContext context, JsonElement input)
    {
        var region = context.Pools;
        lock (region.Gate)
            return Shown(region.Get(input.Text("IdentityPoolId")));
    }

    public static object? Delete(CallContext context, JsonElement input)
    {
        var region = context.Pools;
        lock (region.Gate)
            region.Remove(region.Get(input.Text("IdentityPoolId")));
        return null;
    }

    public static object List(CallContext context, JsonElement input)
    {
        var size = input.GetProperty("MaxResults").GetInt32();
        var region = context.Pools;
        lock (region.Gate)
        {
            var start = region.Position(BlockCipher.Use.PoolPage, pool: 0, input.OptionalText("NextToken"));
            var found = region.All.SkipWhile(pool => pool.Number < start).Take(size + 1).ToList();
            var token = found.Count > size ? region.PageToken(BlockCipher.Use.PoolPage, pool: 0, found[size].Number) : null;
            return new PoolPage(
                [.. found.Take(size).Select(pool => new PoolName(pool.Id, pool.Settings.IdentityPoolName))], token);
        }
    }

    /// <summary>Reads the settings of a request. An empty collection is the same as none.</summary>
    private static PoolSettings Read(JsonElement input)
    {
        var sent = input.Deserialize<PoolSettings>()!;
        return sent with
        {
            SupportedLoginProviders = sent.SupportedLoginProviders is { Count: > 0 } ? sent.SupportedLoginProviders : null,
            OpenIdConnectProviderARNs = sent.OpenIdConnectProviderARNs is { Count: > 0 } ? sent.OpenIdConnectProviderARNs : null,
            CognitoIdentityProviders = sent.CognitoIdentityProviders is { Count: > 0 } ? sent.CognitoIdentityProviders : null,
            SamlProviderARNs = sent.SamlProviderARNs is { Count: > 0 } ? sent.SamlProviderARNs : null,
        };
    }

    private static PoolSettings Shown(Pool pool) =>
        pool.Settings with
        {
            IdentityPoolTags = pool.Tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
        };
}
