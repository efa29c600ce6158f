namespace CognitoPools.Completion;

/// <summary>Completes the members of an enumeration, each with its description.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class ChoiceCompleter<T> : FixedCompleter
    where T : struct, Enum
{
    private protected override IEnumerable<Suggestion> Values =>
        EnumText.Members(typeof(T)).Select(member => new Suggestion(member.Name, member.Meaning));
}
