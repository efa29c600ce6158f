using System.Globalization;
using System.Xml.Linq;

namespace CognitoPools.SdkGenerator.Model;

/// <summary>Resolves shapes by name; each is read once.</summary>
internal sealed class ShapeReader
{
    private readonly Dictionary<string, XElement> entries;
    private readonly Dictionary<string, Shape?> known = new(StringComparer.Ordinal);

    public ShapeReader(XElement root) => entries = root.Named("shapes");

    public Shape Find(string name, string where)
    {
        if (known.TryGetValue(name, out var shape))
            return shape ?? throw new ModelException($"shape '{name}' contains itself.");
        if (!entries.TryGetValue(name, out var entry))
            throw new ModelException($"{where} names the shape '{name}', which is not defined.");
        known[name] = null;
        var read = Read(name, entry);
        known[name] = read;
        return read;
    }

    private Shape Read(string name, XElement entry)
    {
        var where = $"shape '{name}'";
        var type = entry.Required("type", where);
        if (!Enum.TryParse<ShapeKind>(type, ignoreCase: true, out var kind))
            throw new ModelException($"{where}: '{type}' is not a type.");
        return new Shape(name, kind)
        {
            DotNetName = entry.Optional("dotnet"),
            IsByHand = entry.Optional("byHand") == "true",
            Members = Members(entry, where),
            Key = kind == ShapeKind.Map ? Find(entry.Required("key", where), where) : null,
            Item = kind switch
            {
                ShapeKind.List => Find(entry.Required("member", where), where),
                ShapeKind.Map => Find(entry.Required("value", where), where),
                _ => null,
            },
            Min = Number(entry, "min"),
            Max = Number(entry, "max"),
            Pattern = entry.Optional("pattern"),
            Values = entry.List("enum"),
            IsSensitive = entry.Optional("sensitive") == "true",
        };
    }

    private IReadOnlyList<Member> Members(XElement entry, string where)
    {
        var required = entry.List("required");
        var members = entry.Entries("members")
            .Select(member => new Member(
                member.Name.LocalName, Find(member.Value, where), required.Contains(member.Name.LocalName)))
            .ToList();
        var unknown = required.FirstOrDefault(name => members.All(member => member.Name != name));
        return unknown is null
            ? members
            : throw new ModelException($"{where} requires '{unknown}', which is not one of its members.");
    }

    private static long? Number(XElement entry, string key) =>
        entry.Optional(key) is { } text ? long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;
}
