namespace CognitoPools.Completion;

/// <summary>Completes $true and $false.</summary>
internal sealed class BooleanCompleter : FixedCompleter
{
    private protected override IEnumerable<Suggestion> Values { get; } =
    [
        new("$true", "Turns the setting on") { IsExpression = true },
        new("$false", "Turns the setting off") { IsExpression = true },
    ];
}
