using System.Text;

namespace CognitoPools.Roles.Permissions;

/// <summary>A pattern as an automaton. A state is a string of the possible positions in the pattern, in their
/// order.</summary>
internal sealed class PatternAutomaton
{
    private const int Star = int.MinValue;
    private const int QuestionMark = int.MinValue + 1;

    private readonly int[] tokens;

    public PatternAutomaton(PolicyPattern pattern, PatternLetters letters)
    {
        tokens =
        [
            .. pattern.Tokens.Select(token =>
                letters.IsAnyText(token) ? Star
                : token.Wild ? QuestionMark
                : letters.Of(token)),
        ];
        Start = State([0]);
    }

    public string Start { get; }

    /// <summary>The state after the next letter; empty if the pattern no longer matches.</summary>
    public string Step(string state, int letter)
    {
        var places = new SortedSet<int>();
        foreach (var place in state)
        {
            if (place == tokens.Length)
                continue;
            if (tokens[place] == Star)
                places.Add(place);
            else if (tokens[place] == QuestionMark ? !PatternLetters.IsVariable(letter) : tokens[place] == letter)
                places.Add(place + 1);
        }
        return State(places);
    }

    public bool IsEnd(string state) => state.Length > 0 && state[state.Length - 1] == tokens.Length;

    public bool FitsWhateverFollows(string state) =>
        IsEnd(state) && state.Length > 1 && tokens[tokens.Length - 1] == Star && state.Any(place => place == tokens.Length - 1);

    /// <summary>The letters that the pattern distinguishes in a state.</summary>
    public IEnumerable<int> LettersAfter(string state) =>
        state.Where(place => place < tokens.Length && tokens[place] is not (Star or QuestionMark)).Select(place => tokens[place]);

    // Once a star is reached, everything matches that matches after an earlier position, so earlier positions are
    // dropped.
    private string State(IEnumerable<int> places)
    {
        var reached = new SortedSet<int>(places);
        foreach (var place in places.ToList())
        {
            for (var next = place; next < tokens.Length && tokens[next] == Star; next++)
                reached.Add(next + 1);
        }
        var lastStar = reached.Where(place => place < tokens.Length && tokens[place] == Star).DefaultIfEmpty(-1).Max();
        var state = new StringBuilder();
        foreach (var place in reached.Where(place => place >= lastStar))
            state.Append((char)place);
        return state.ToString();
    }
}
