using CognitoPools.Account;

namespace CognitoPools.Completion;

/// <summary>Completes the prefix of <c>:aud</c> and <c>:amr</c> in the condition keys of trust policies.</summary>
internal sealed class ConditionKeyPrefixCompleter : FixedCompleter
{
    private protected override IEnumerable<Suggestion> Values =>
        AwsPartition.All.Select(partition => new Suggestion(partition.CognitoKeyPrefix, PartitionText.Of(partition)));
}
