using CognitoPools.Account;

namespace CognitoPools.Completion;

/// <summary>Completes the profiles of the shared AWS configuration. Only their names and Regions are read.</summary>
internal sealed class ProfileCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        AwsProfiles.List()
            .Where(profile => context.Word.Begins(profile.Name))
            .Select(profile => new Suggestion(
                profile.Name, profile.Region is { } region ? $"Profile of {region}" : "Profile without a Region"));
}
