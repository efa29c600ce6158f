namespace CognitoPools.Outcomes.Tests.Museum;

/// <summary>The museum: every fault that the checks know, each in a pool of its own.</summary>
internal static class Exhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        .. PoolExhibits.All, .. ProviderExhibits.All, .. RuleExhibits.All, .. TrustExhibits.All, .. RoleExhibits.All,
        .. PolicyExhibits.All,
    ];
}
