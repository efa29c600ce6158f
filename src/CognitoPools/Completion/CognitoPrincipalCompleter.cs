using CognitoPools.Account;

namespace CognitoPools.Completion;

/// <summary>Completes the principals of Cognito in trust policies.</summary>
internal sealed class CognitoPrincipalCompleter : FixedCompleter
{
    private protected override IEnumerable<Suggestion> Values =>
        AwsPartition.All.Select(partition => new Suggestion(partition.CognitoPrincipal, PartitionText.Of(partition)));
}
