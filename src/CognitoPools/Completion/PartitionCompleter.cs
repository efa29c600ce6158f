namespace CognitoPools.Completion;

/// <summary>Completes the partitions of AWS that have identity pools.</summary>
internal sealed class PartitionCompleter : FixedCompleter
{
    private protected override IEnumerable<Suggestion> Values { get; } =
    [
        new("aws", "The commercial Regions"),
        new("aws-cn", "China"),
        new("aws-us-gov", "GovCloud (US)"),
        new("aws-eusc", "The European Sovereign Cloud"),
    ];
}
