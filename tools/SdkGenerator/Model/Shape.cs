namespace CognitoPools.SdkGenerator.Model;

internal enum ShapeKind
{
    Structure,
    List,
    Map,
    String,
    Integer,
    Long,
    Boolean,
    Timestamp,
}

/// <summary>A type of a service with its constraints.</summary>
internal sealed record Shape(string Name, ShapeKind Kind)
{
    /// <summary>The official .NET class, where it is not named like the shape.</summary>
    public string? DotNetName { get; init; }

    /// <summary>The .NET class differs from the shape and is not generated.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Of a structure.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>Of a map.</summary>
    public Shape? Key { get; init; }

    /// <summary>The element of a list, the value of a map.</summary>
    public Shape? Item { get; init; }

    public long? Min { get; init; }

    public long? Max { get; init; }

    public string? Pattern { get; init; }

    /// <summary>The values of an enumeration; empty for free text.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public bool IsSensitive { get; init; }

    /// <summary>The shapes that this one is made of.</summary>
    public IEnumerable<Shape> Parts => Members.Select(member => member.Shape).Concat(new[] { Key, Item }.OfType<Shape>());

    public bool IsConstant => Values.Count > 0;

    public Member Find(string member, string where) =>
        Members.FirstOrDefault(candidate => candidate.Name == member)
            ?? throw new ModelException($"{where}: shape '{Name}' has no member '{member}'.");
}

internal sealed record Member(string Name, Shape Shape, bool IsRequired)
{
    /// <summary>The property of the .NET class.</summary>
    public string Property => Text.Upper(Name);

    /// <summary>The parameter of an overload.</summary>
    public string Parameter => Text.Lower(Name);
}
