namespace CognitoPools.Pools.Plans.Reviewed;

/// <summary>The text of a step that a reviewer saw, without the name of the pool, because somebody else may rename the pool.</summary>
internal static class StepText
{
    private const string Pool = "{IdentityPool}";

    public static string Of(PlanStep step, IReadOnlyList<IdentityPool> pools)
    {
        var text = string.Join("\n", [
            step.Description, step.Operation, step.CanBeUndone ? "" : nameof(step.CanBeUndone), .. step.Changes,
            .. step.Documents.SelectMany(document => new[] { document.Title, document.Text }),
        ]);
        // The longest name first, because one name may be the end of another.
        return pools.Where(pool => pool.IdentityPoolId.Length > 0).Select(pool => pool.ToString())
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(name => name.Length)
            .Aggregate(text, (shown, name) => shown.Replace(name, Pool));
    }
}
