using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Pools;

/// <summary>The operations on a pool's tags and on its maps from claims to principal tags.</summary>
internal static class TagOperations
{
    private const int TagLimit = 50;
    private const int AttributeBytes = 460;

    private static readonly Regex PoolArn = new(
        @"\Aarn:(?<partition>aws[a-z-]*):cognito-identity:(?<region>[a-z0-9-]+):(?<account>\d{12}):identitypool/(?<id>[\w-]+:[0-9a-f-]+)\z",
        RegexOptions.ECMAScript);

    public static ImmutableSortedDictionary<string, string> None { get; } = ImmutableSortedDictionary.Create<string, string>(
        StringComparer.Ordinal);

    /// <exception cref="ServiceError">There would be too many tags, or a key is reserved.</exception>
    public static ImmutableSortedDictionary<string, string> Merge(
        ImmutableSortedDictionary<string, string> tags, IEnumerable<KeyValuePair<string, string>>? added)
    {
        var merged = tags.SetItems(added ?? []);
        if (merged.Keys.Any(key => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
            throw Invalid("Tag keys that start with 'aws:' are reserved.");
        return merged.Count <= TagLimit ? merged : throw Invalid($"A resource can have at most {TagLimit} tags.");
    }

    public static object Tag(CallContext context, JsonElement input)
    {
        var added = input.GetProperty("Tags").Deserialize<Dictionary<string, string>>()!;
        return Change(context, input, pool => pool.Tags = Merge(pool.Tags, added));
    }

    public static object Untag(CallContext context, JsonElement input)
    {
        var keys = input.GetProperty("TagKeys").Deserialize<List<string>>()!;
        return Change(context, input, pool => pool.Tags = pool.Tags.RemoveRange(keys));
    }

    public static object List(CallContext context, JsonElement input)
    {
        var region = context.Pools;
        lock (region.Gate)
            return new TagList(Resource(context, region, input).Tags);
    }

    public static object SetMap(CallContext context, JsonElement input)
    {
        var sent = input.Deserialize<TagMap>()!;
        if ((sent.PrincipalTags?.Values ?? Enumerable.Empty<string>()).Sum(Encoding.UTF8.GetByteCount) > AttributeBytes)
            throw Invalid($"The mapped attributes exceed {AttributeBytes} bytes.");
        var region = context.Pools;
        lock (region.Gate)
        {
            var pool = region.Get(sent.IdentityPoolId!);
            CheckProvider(pool, sent.IdentityProviderName!);
            return pool.TagMaps[sent.IdentityProviderName!] = sent with
            {
                UseDefaults = sent.UseDefaults ?? false,
                PrincipalTags = sent.PrincipalTags ?? [],
            };
        }
    }

    public static object GetMap(CallContext context, JsonElement input)
    {
        var (id, provider) = (input.Text("IdentityPoolId"), input.Text("IdentityProviderName"));
        var region = context.Pools;
        lock (region.Gate)
        {
            var pool = region.Get(id);
            CheckProvider(pool, provider);
            return pool.TagMaps.TryGetValue(provider, out var map)
                ? map
                : throw new ServiceError(
                    "ResourceNotFoundException",
                    $"The identity pool '{id}' has no principal tag attribute map for '{provider}'.");
        }
    }

    private static object Change(CallContext context, JsonElement input, Action<Pool> change)
    {
        var region = context.Pools;
        lock (region.Gate)
            change(Resource(context, region, input));
        return new Dictionary<string, string>(0);
    }

    private static Pool Resource(CallContext context, PoolRegion region, JsonElement input)
    {
        var arn = input.Text("ResourceArn");
        var parts = PoolArn.Match(arn);
        if (!parts.Success
            || parts.Groups["partition"].Value != context.Partition.Name
            || parts.Groups["region"].Value != context.Region)
        {
            throw Invalid($"'{arn}' is not the ARN of an identity pool in this Region.");
        }
        return parts.Groups["account"].Value == context.AccountId
            ? region.Get(parts.Groups["id"].Value)
            : throw new ServiceError("NotAuthorizedException", $"Access to '{arn}' is forbidden.");
    }

    private static void CheckProvider(Pool pool, string provider)
    {
        if (!ProviderRules.TagMapKeys(pool.Settings).Contains(provider, StringComparer.Ordinal))
            throw Invalid($"{provider} is not a configured provider.");
    }

    private static ServiceError Invalid(string message) => new("InvalidParameterException", message);
}
