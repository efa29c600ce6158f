namespace CognitoPools;

/// <summary>One place where an identity pool, or a pool document, is not as another one says.</summary>
public sealed record PoolDocumentDifference
{
    /// <summary>The name of the pool that was compared.</summary>
    public string IdentityPool { get; internal init; } = null!;

    /// <summary>The place in the pool document, such as <c>guestAccess</c> or <c>providers['accounts.google.com'].rules[0].value</c>.
    /// A role stands under the key that the expected side gives it.</summary>
    public string Path { get; internal init; } = null!;

    /// <summary>What is expected there; null when nothing is.</summary>
    public string? Expected { get; internal init; }

    /// <summary>What is there; null when nothing is.</summary>
    public string? Actual { get; internal init; }

    /// <summary>The file or the pool that says what is expected.</summary>
    public string Reference { get; internal init; } = "";

    /// <summary>The file or the pool that was compared with it.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>The path with both values.</summary>
    public override string ToString() =>
        ShownText.Of($"{IdentityPool}: {Path}: expected {Shown(Expected)}, found {Shown(Actual)}");

    private static string Shown(string? value) => value is null ? "nothing" : $"'{value}'";
}
