namespace CognitoPools.Completion;

/// <summary>Completes time spans of the sandbox: delays of calls, and steps of its clock.</summary>
internal sealed class SandboxSpanCompleter : FixedCompleter
{
    private protected override IEnumerable<Suggestion> Values { get; } =
    [
        new("0:00:00.2", "200 milliseconds"),
        new("0:00:10", "10 seconds"),
        new("1:00:00", "1 hour"),
        new("1.00:00:00", "1 day"),
        new("30.00:00:00", "30 days"),
    ];
}
