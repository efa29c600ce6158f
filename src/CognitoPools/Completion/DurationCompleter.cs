namespace CognitoPools.Completion;

/// <summary>Completes how long a session or a token is valid.</summary>
internal sealed class DurationCompleter : FixedCompleter
{
    private protected override IEnumerable<Suggestion> Values { get; } =
    [
        new("0:15:00", "15 minutes"),
        new("1:00:00", "1 hour"),
        new("12:00:00", "12 hours"),
    ];
}
