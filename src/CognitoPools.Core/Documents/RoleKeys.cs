using System.Globalization;
using System.Text;
using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>The keys of the roles of a pool in a document.</summary>
internal static class RoleKeys
{
    public const string Authenticated = "authenticated";
    public const string Guest = "guest";

    /// <summary>The keys of the roles that a pool uses, by ARN, in the order of their use.</summary>
    /// <param name="pool">A pool with its roles.</param>
    /// <param name="unused">The ARNs of roles that were created for the pool and that nothing in it uses.</param>
    public static IReadOnlyDictionary<string, string> Of(IdentityPool pool, IEnumerable<string>? unused = null)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        if (pool.AuthenticatedRole is { } authenticated)
            keys[authenticated] = Authenticated;
        if (pool.GuestRole is { } guest && !keys.ContainsKey(guest))
            keys[guest] = Guest;
        // Sorted, so that keys do not depend on the order of providers and rules.
        foreach (var arn in pool.Providers.SelectMany(provider => provider.Rules).Select(rule => rule.Role).Concat(unused ?? [])
            .Distinct(StringComparer.Ordinal).OrderBy(arn => arn, StringComparer.Ordinal))
        {
            if (!keys.ContainsKey(arn))
                keys[arn] = Free(Words(Suffixless(NameOf(arn), pool.IdentityPoolId)), keys.Values);
        }
        return keys;
    }

    /// <summary>The name at the end of the ARN of a role.</summary>
    public static string NameOf(string arn) => arn.Substring(arn.LastIndexOf('/') + 1);

    /// <summary>The name of a role without the start of the pool's id, which the module appends to a name that is already taken.</summary>
    /// <param name="name">The name of a role.</param>
    /// <param name="identityPoolId">The pool of the role.</param>
    public static string Suffixless(string name, string identityPoolId)
    {
        var suffix = identityPoolId.Length > 0 ? "-" + PoolIds.Uuid(identityPoolId).Substring(0, 8) : "-";
        return identityPoolId.Length > 0 && name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - suffix.Length)
            : name;
    }

    /// <summary>Whether the module would derive this name for a role of a pool.</summary>
    /// <param name="name">The name of a role, with or without the start of a pool's id appended.</param>
    /// <param name="poolName">The name of the pool.</param>
    /// <param name="identityType">The type of users of the role.</param>
    public static bool IsDerived(string name, string poolName, PoolIdentityType identityType)
    {
        var derived = RoleNames.For(poolName, identityType);
        if (name == derived)
            return true;
        var dash = name.LastIndexOf('-');
        return dash > 0 && name.Length - dash - 1 == 8
            && name.Substring(dash + 1).All(character => character is >= '0' and <= '9' or >= 'a' and <= 'f')
            && name == RoleNames.WithSuffix(derived, name.Substring(dash + 1));
    }

    private static string Words(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name)
            key.Append(character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' ? character : '_');
        // A key without a leading dash is easier to type.
        if (key[0] == '-')
            key[0] = '_';
        return key.ToString();
    }

    private static string Free(string key, IEnumerable<string> taken)
    {
        var used = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        used.UnionWith(DocumentPlaceholders.Names);
        var free = key;
        for (var number = 2; !used.Add(free); number++)
            free = string.Format(CultureInfo.InvariantCulture, "{0}-{1}", key, number);
        return free;
    }
}
