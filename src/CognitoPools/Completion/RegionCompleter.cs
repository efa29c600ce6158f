using CognitoPools.Account;

namespace CognitoPools.Completion;

/// <summary>Completes the AWS Regions that the SDK knows. Nothing is called.</summary>
internal sealed class RegionCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        AwsRegion.Known.Where(region => context.Word.Begins(region.Name))
            .Select(region => new Suggestion(region.Name, region.Place));
}
