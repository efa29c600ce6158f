using System.Text.Json;

namespace CognitoPools.Roles;

/// <summary>One statement of a trust policy.</summary>
public sealed class TrustStatement
{
    private static readonly string[] KnownElements =
    [
        "Sid",
        "Effect",
        "Principal",
        "NotPrincipal",
        "Action",
        "NotAction",
        "Condition",
    ];

    private readonly JsonElement element;

    internal TrustStatement(JsonElement element, int number)
    {
        this.element = element;
        Number = number;
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong($"is {PolicyJson.Kind(element)}, not an object.");
        Sid = element.TryGetProperty("Sid", out var sid) ? One(sid, "Sid") : null;
        Allows = Effect();
        (Principals, NotPrincipals) = OneOf("Principal", "NotPrincipal", ReadPrincipals);
        (Actions, NotActions) = OneOf(
            "Action", "NotAction", (value, what) => NotEmpty(PolicyJson.Strings(value, $"{Label}: '{what}'"), what));
        Conditions = element.TryGetProperty("Condition", out var condition) ? ReadConditions(condition) : [];
    }

    /// <summary>The place in the policy, from 1.</summary>
    public int Number { get; }

    /// <summary>The Sid, or null.</summary>
    public string? Sid { get; }

    /// <summary>True for Allow, false for Deny.</summary>
    public bool Allows { get; }

    /// <summary>The principals that it applies to; empty if <see cref="NotPrincipals"/> lists those that it does not
    /// apply to.</summary>
    public IReadOnlyList<TrustPrincipal> Principals { get; }

    /// <summary>The principals that it does not apply to.</summary>
    public IReadOnlyList<TrustPrincipal> NotPrincipals { get; }

    /// <summary>The actions; empty if <see cref="NotActions"/> lists those that it does not apply to. <c>*</c> and
    /// <c>?</c> are wildcards.</summary>
    public IReadOnlyList<string> Actions { get; }

    /// <summary>The actions that it does not apply to.</summary>
    public IReadOnlyList<string> NotActions { get; }

    /// <summary>The conditions, all of which must match; one for each operator and key.</summary>
    public IReadOnlyList<TrustCondition> Conditions { get; }

    /// <summary>The names of elements that do not belong in a trust policy, such as Resource. They are kept.</summary>
    public IReadOnlyList<string> UnknownElements =>
    [
        .. element.EnumerateObject().Select(property => property.Name).Except(KnownElements, StringComparer.Ordinal),
    ];

    /// <summary>The name of the statement in a sentence: its Sid, otherwise its number.</summary>
    public string Label => string.IsNullOrEmpty(Sid) ? FormattableString.Invariant($"Statement {Number}") : $"Statement '{Sid}'";

    /// <summary>The original statement as JSON.</summary>
    /// <param name="indented">On several lines.</param>
    public string ToJson(bool indented = true) => PolicyJson.Write(element, indented);

    internal void WriteTo(Utf8JsonWriter writer) => element.WriteTo(writer);

    internal bool ConcernsAction(string action) =>
        NotActions.Count > 0 ? !NotActions.Any(pattern => Fits(pattern, action)) : Actions.Any(pattern => Fits(pattern, action));

    internal bool ConcernsFederated(string principal) =>
        NotPrincipals.Count > 0
            ? !NotPrincipals.Any(known => IsFederated(known, principal))
            : Principals.Any(known => IsFederated(known, principal));

    private static bool IsFederated(TrustPrincipal known, string principal) =>
        known.IsEverybody || (known.Type == TrustPrincipal.Federated && (known.Value == "*" || known.Value == principal));

    private static bool Fits(string pattern, string action) =>
        new PolicyPattern(pattern, wildcards: true, variables: false).Matches(action, ignoreCase: true);

    private bool Effect()
    {
        if (!element.TryGetProperty("Effect", out var effect))
            throw Wrong("does not have the element 'Effect'.");
        return One(effect, "Effect") switch
        {
            "Allow" => true,
            "Deny" => false,
            var other => throw Wrong($"has the Effect '{other}'; it must be exactly 'Allow' or 'Deny'."),
        };
    }

    private (IReadOnlyList<T> Named, IReadOnlyList<T> Excluded) OneOf<T>(
        string name, string notName, Func<JsonElement, string, IReadOnlyList<T>> read)
    {
        var (has, hasNot) = (element.TryGetProperty(name, out var named), element.TryGetProperty(notName, out var excluded));
        if (has && hasNot)
            throw Wrong($"has both '{name}' and '{notName}'.");
        if (!has && !hasNot)
            throw Wrong($"does not have the element '{name}'.");
        return has ? (read(named, name), []) : ([], read(excluded, notName));
    }

    private IReadOnlyList<TrustPrincipal> ReadPrincipals(JsonElement principals, string what)
    {
        if (principals.ValueKind == JsonValueKind.String)
        {
            var text = principals.GetString()!;
            return text == "*" ? [
                new("*", "*"),
            ] : throw Wrong(
                $"has the {what} '{text}'. Specify its type, for example {{ \"Federated\": \"{text}\" }}. Only '*' can be a "
                    + "string.");
        }
        if (principals.ValueKind != JsonValueKind.Object)
            throw Wrong($"has {PolicyJson.Kind(principals)} as {what}; it must be '*' or an object.");
        var list = principals.EnumerateObject()
            .SelectMany(type => PolicyJson.Strings(type.Value, $"{Label}: '{what}.{type.Name}'")
                .Select(value => new TrustPrincipal(type.Name, value)));
        return NotEmpty<TrustPrincipal>([.. list], what);
    }

    private IReadOnlyList<TrustCondition> ReadConditions(JsonElement condition)
    {
        if (condition.ValueKind != JsonValueKind.Object)
            throw Wrong($"has {PolicyJson.Kind(condition)} as Condition; it must be an object of operators.");
        var list = new List<TrustCondition>();
        foreach (var operation in condition.EnumerateObject())
        {
            if (operation.Value.ValueKind != JsonValueKind.Object)
            {
                throw Wrong(
                    $"has {PolicyJson.Kind(operation.Value)} for the operator '{operation.Name}'; it must be an object of condition "
                        + "keys.");
            }
            foreach (var key in operation.Value.EnumerateObject())
            {
                list.Add(new(
                    operation.Name, key.Name,
                    PolicyJson.Strings(key.Value, $"{Label}: the values of '{key.Name}'", scalars: true)));
            }
        }
        return list;
    }

    private string One(JsonElement value, string what) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw Wrong($"has {PolicyJson.Kind(value)} as {what}; it must be a string.");

    private IReadOnlyList<T> NotEmpty<T>(IReadOnlyList<T> list, string what) =>
        list.Count > 0 ? list : throw Wrong($"has an empty '{what}'.");

    private FormatException Wrong(string what) => new($"{char.ToLowerInvariant(Label[0])}{Label.Substring(1)} {what}");
}
