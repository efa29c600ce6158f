using System.Text;
using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Names of the roles that the module creates, in the style of the console.</summary>
internal static class RoleNames
{
    /// <summary>The maximum length of a role's name in IAM.</summary>
    public const int MaximumLength = 64;

    private const string Punctuation = "_+=,.@-";
    private const int UuidStartLength = 8;
    private const string NamelessPool = "identitypool";

    /// <summary>
    /// <c>&lt;pool&gt;_authenticatedrole</c> or <c>&lt;pool&gt;_guestrole</c>. Each run of characters that IAM does not
    /// accept in a name, including all non-ASCII characters, becomes one <c>_</c>. A pool's name that is too long is
    /// cut; the ending is not.
    /// </summary>
    /// <param name="poolName">The pool's name.</param>
    /// <param name="identityType">Whose role.</param>
    public static string For(string poolName, PoolIdentityType identityType)
    {
        var ending = Ending(identityType);
        return Cut(Legal(poolName), MaximumLength - ending.Length) + ending;
    }

    /// <summary><c>&lt;name&gt;-&lt;suffix&gt;</c>, at most 64 characters after the placeholder is replaced. Only the
    /// pool's part of the name is cut.</summary>
    /// <param name="name">A role's name.</param>
    /// <param name="suffix">The suffix, or <see cref="Placeholders.PoolUuidStart"/>, alone or in a text.</param>
    /// <exception cref="ArgumentException">The suffix leaves no room for the name.</exception>
    public static string WithSuffix(string name, string suffix)
    {
        var room = MaximumLength - 1 - suffix.Replace(Placeholders.PoolUuidStart, new string('x', UuidStartLength)).Length;
        var ending = Array.Find(
            [Ending(PoolIdentityType.Authenticated), Ending(PoolIdentityType.Guest)],
            known => known.Length < room && name.EndsWith(known, StringComparison.Ordinal))
            ?? "";
        if (room < 1)
        {
            throw new ArgumentException(
                $"The suffix '{suffix}' is too long: a role's name can have at most {MaximumLength} characters.",
                nameof(suffix));
        }
        return $"{Cut(name.Substring(0, name.Length - ending.Length), room - ending.Length)}{ending}-{suffix}";
    }

    /// <summary>A warning if the name is too long for the sessions of a role in the partition; otherwise
    /// null.</summary>
    /// <param name="partition">The partition, as the pool's Region has it.</param>
    /// <param name="name">The role's name.</param>
    public static string? TooLongWarning(AwsPartition partition, string name) =>
        partition.LongestRoleName is { } longest && name.Length > longest
            ? $"The name of IAM role '{name}' may be too long: in {partition.OnlyRegion}, the name of a role and the name of its "
                + $"session can have at most 24 characters together. Use a name of at most {longest} characters."
            : null;

    /// <summary>Whether IAM accepts the text as a role's name.</summary>
    /// <param name="text">A name.</param>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaximumLength
            && text.All(character => IsLetterOrDigit(character) || Punctuation.IndexOf(character) >= 0);

    private static string Ending(PoolIdentityType identityType) =>
        identityType == PoolIdentityType.Guest ? "_guestrole" : "_authenticatedrole";

    private static string Cut(string text, int length) => text.Length <= length ? text : text.Substring(0, length);

    private static string Legal(string poolName)
    {
        var legal = new StringBuilder(poolName.Length);
        var replacing = false;
        foreach (var character in poolName)
        {
            var keep = IsLetterOrDigit(character) || Punctuation.IndexOf(character) >= 0;
            if (keep)
                legal.Append(character);
            else if (!replacing)
                legal.Append('_');
            replacing = !keep;
        }
        var name = legal.ToString();
        return name.Any(IsLetterOrDigit) ? name : NamelessPool;
    }

    private static bool IsLetterOrDigit(char character) =>
        character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9';
}
