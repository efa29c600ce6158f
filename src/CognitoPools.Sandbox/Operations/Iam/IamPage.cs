using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>IAM's paging: Marker and MaxItems in, IsTruncated and Marker out. A marker contains the last item in an opaque
/// form, so that it stays valid when items are added or removed.</summary>
internal static class IamPage
{
    private const int DefaultSize = 100;
    private const int SealSize = 16;

    private static readonly byte[] Key = NewKey();

    /// <param name="input">The operation's input.</param>
    /// <param name="items">All items, sorted by their key.</param>
    /// <param name="keyOf">The key of an item.</param>
    /// <param name="comparer">How the keys are sorted.</param>
    /// <param name="listName">The name of the element around the items.</param>
    /// <param name="show">Returns the element of an item.</param>
    /// <exception cref="ServiceError">The sandbox did not issue the marker.</exception>
    public static object[] Of<T>(
        JsonElement input, IEnumerable<T> items, Func<T, string> keyOf,
        StringComparer comparer, string listName, Func<T, XElement> show)
    {
        var size = input.OptionalNumber("MaxItems") ?? DefaultSize;
        var after = input.OptionalText("Marker") is { } marker ? Open(marker) : null;
        var found = items.Where(item => after is null || comparer.Compare(keyOf(item), after) > 0).Take(size + 1).ToList();
        var isTruncated = found.Count > size;
        var page = found.Take(size).ToList();
        var list = new XElement(listName, page.Select(show));
        return isTruncated
            ? [new XElement("IsTruncated", true), list, new XElement("Marker", Close(keyOf(page[page.Count - 1])))]
            : [new XElement("IsTruncated", false), list];
    }

    private static string Close(string key)
    {
        var text = Encoding.UTF8.GetBytes(key);
        return Convert.ToBase64String([.. Seal(text), .. Scramble(text)]);
    }

    private static string Open(string marker)
    {
        try
        {
            var bytes = Convert.FromBase64String(marker);
            var text = bytes.Length > SealSize ? Scramble([.. bytes.Skip(SealSize)]) : [];
            if (bytes.Length > SealSize && Seal(text).SequenceEqual(bytes.Take(SealSize)))
                return Encoding.UTF8.GetString(text);
        }
        catch (FormatException)
        {
            // Not base 64: the error is that of any other unknown marker.
        }

        throw new ServiceError("ValidationError", "Invalid Marker.");
    }

    private static byte[] Scramble(byte[] text) => [.. text.Select((value, index) => (byte)(value ^ Key[index % Key.Length]))];

    private static IEnumerable<byte> Seal(byte[] text)
    {
        using var hash = new HMACSHA256(Key);
        return hash.ComputeHash(text).Take(SealSize);
    }

    private static byte[] NewKey()
    {
        var key = new byte[32];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(key);
        return key;
    }
}
