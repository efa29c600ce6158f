namespace CognitoPools.Roles;

/// <summary>A condition operator such as <c>ForAnyValue:StringLikeIfExists</c>, in its parts.</summary>
internal sealed record ConditionOperator(
    ConditionOperatorKind Kind, ConditionSet Set, bool IfExists, bool Negated, bool IgnoreCase, bool Wildcards)
{
    private const string IfExistsEnding = "IfExists";

    private static readonly string[] NotEvaluated =
    [
        "NumericEquals",
        "NumericNotEquals",
        "NumericLessThan",
        "NumericLessThanEquals",
        "NumericGreaterThan",
        "NumericGreaterThanEquals",
        "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals",
        "BinaryEquals", "IpAddress", "NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike",
    ];

    // IAM's documentation sometimes spells operators with a lower-case first letter, so case is ignored.
    private static readonly Dictionary<string, ConditionOperator> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StringEquals"] = Text(),
        ["StringNotEquals"] = Text(negated: true),
        ["StringEqualsIgnoreCase"] = Text(ignoreCase: true),
        ["StringNotEqualsIgnoreCase"] = Text(negated: true, ignoreCase: true),
        ["StringLike"] = Text(wildcards: true),
        ["StringNotLike"] = Text(negated: true, wildcards: true),
        ["Bool"] = Text(ignoreCase: true),
        ["Null"] = Text() with { Kind = ConditionOperatorKind.Null },
    };

    /// <summary>True if a match requires the key to have one of the values: the operator is not negated, and an absent
    /// key does not match.</summary>
    public bool Demands => Kind == ConditionOperatorKind.Text && !Negated && !IfExists && Set != ConditionSet.All;

    public static IEnumerable<string> Names => Known.Keys.Concat(NotEvaluated);

    /// <summary>Parses an operator. One that IAM does not know gets the kind Unknown.</summary>
    public static ConditionOperator Parse(string text)
    {
        var (set, name) = Unqualified(text);
        var ifExists = name.EndsWith(IfExistsEnding, StringComparison.OrdinalIgnoreCase);
        if (ifExists)
            name = name.Substring(0, name.Length - IfExistsEnding.Length);
        var kind = Array.Exists(NotEvaluated, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            ? ConditionOperatorKind.NotEvaluated
            : ConditionOperatorKind.Unknown;
        var parsed = Known.TryGetValue(name, out var known) ? known : Text() with { Kind = kind };
        if (parsed.Kind == ConditionOperatorKind.Null && (ifExists || set != ConditionSet.None))
            return Text() with { Kind = ConditionOperatorKind.Unknown };
        return parsed with { Set = set, IfExists = ifExists };
    }

    /// <summary>The operator that a misspelt one probably is, or null.</summary>
    public static string? Suggest(string text)
    {
        var (set, name) = Unqualified(text);
        var closest = NearestMatch.Find(name, Names.Concat(Names.Select(known => known + IfExistsEnding)), 4);
        return closest is null ? null : set switch
        {
            ConditionSet.Any => "ForAnyValue:",
            ConditionSet.All => "ForAllValues:",
            _ => "",
        } + closest;
    }

    private static (ConditionSet Set, string Name) Unqualified(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0)
            return (ConditionSet.None, text);
        var rest = text.Substring(colon + 1);
        return text.Substring(0, colon).ToUpperInvariant() switch
        {
            "FORANYVALUE" => (ConditionSet.Any, rest),
            "FORALLVALUES" => (ConditionSet.All, rest),
            _ => (ConditionSet.None, text),
        };
    }

    private static ConditionOperator Text(bool negated = false, bool ignoreCase = false, bool wildcards = false) =>
        new(ConditionOperatorKind.Text, ConditionSet.None, false, negated, ignoreCase, wildcards);
}

/// <summary>What an operator compares.</summary>
internal enum ConditionOperatorKind
{
    Text,
    Null,
    NotEvaluated,
    Unknown,
}

/// <summary>How an operator treats a key that has several values in the request.</summary>
internal enum ConditionSet
{
    None,
    Any,
    All,
}
