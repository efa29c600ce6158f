using System.Globalization;

namespace CognitoPools.Completion;

/// <summary>Completes dates in ISO 8601, counted back from today. A sandbox has a separate clock.</summary>
internal sealed class DateCompleter : ValueCompleter
{
    private static readonly (int Days, string Meaning)[] Ages =
    [
        (0, "today"),
        (1, "yesterday"),
        (7, "a week ago"),
        (30, "30 days ago"),
        (90, "90 days ago"),
        (365, "a year ago"),
    ];

    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context)
    {
        // A date without a zone counts as local.
        var today = context.Clock.GetLocalNow().Date;
        return Ages.Select(age => (Date: today.AddDays(-age.Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), age.Meaning))
            .Where(offer => context.Word.Begins(offer.Date))
            .Select(offer => new Suggestion(offer.Date, $"{offer.Date}: {offer.Meaning}"));
    }
}
