namespace CognitoPools;

/// <summary>One difference between an identity pool or pool document and the expected state.</summary>
public sealed record PoolDocumentDifference
{
    /// <summary>The name of the pool that was compared.</summary>
    public string IdentityPool { get; internal init; } = null!;

    /// <summary>The path in the pool document, such as <c>guestAccess</c> or <c>providers['accounts.google.com'].rules[0].value</c>.
    /// Roles are listed under the key of the expected side.</summary>
    public string Path { get; internal init; } = null!;

    /// <summary>The expected value, or null if there is none.</summary>
    public string? Expected { get; internal init; }

    /// <summary>The actual value, or null if there is none.</summary>
    public string? Actual { get; internal init; }

    /// <summary>The file or the pool with the expected state.</summary>
    public string Reference { get; internal init; } = "";

    /// <summary>The file or the pool that was compared with the expected state.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>The path with both values.</summary>
    public override string ToString() =>
        ShownText.Of($"{IdentityPool}: {Path}: expected {Shown(Expected)}, found {Shown(Actual)}");

    private static string Shown(string? value) => value is null ? "nothing" : $"'{value}'";
}
