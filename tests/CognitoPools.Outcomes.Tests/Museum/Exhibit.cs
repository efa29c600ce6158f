namespace CognitoPools.Outcomes.Tests.Museum;

/// <summary>A pool with one fault, in an account in which nothing else is wrong.</summary>
/// <param name="Id">The check that finds it.</param>
/// <param name="Arrange">Makes the fault in the tidy pool 'shop'. $id is its id, $users and $guests are the names of its roles.</param>
/// <param name="Also">What cannot but be found besides.</param>
internal sealed record Exhibit(string Id, string Arrange, params string[] Also)
{
    /// <summary>How the pool is made; a tidy one by default.</summary>
    public string Pool { get; init; } = "New-CognitoIdentityPool shop -UserPoolId eu-central-1_Example01 -ClientId 1example23456789";

    /// <summary>What no cmdlet of the module would do, by calls of the service.</summary>
    public Func<RawPool, Task>? Raw { get; init; }

    /// <summary>Parameters of the audit.</summary>
    public string Parameters { get; init; } = "";

    /// <summary>What the remedy takes away besides, or brings to light.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Distinguishes two exhibits of one check.</summary>
    public string Case { get; init; } = "";

    public override string ToString() => Case.Length == 0 ? Id : $"{Id}, {Case}";
}
