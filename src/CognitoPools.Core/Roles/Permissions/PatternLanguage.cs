namespace CognitoPools.Roles.Permissions;

/// <summary>Decides whether any text matches all of some patterns and none of others. The automata of all patterns run
/// in parallel.</summary>
internal static class PatternLanguage
{
    // Represents every character that no pattern names.
    private const int AnyOther = -1;

    // Real policies need a few hundred; patterns with many question marks could need exponentially many.
    private const int MostStates = 20_000;

    /// <summary>True if it is certain that no text matches, whatever the values of the policy variables are.</summary>
    /// <param name="all">The patterns that a text must match.</param>
    /// <param name="none">The patterns that it must not match.</param>
    /// <param name="ignoreCase">Whether case is ignored, as in the names of actions.</param>
    public static bool IsEmpty(IReadOnlyList<PolicyPattern> all, IReadOnlyList<PolicyPattern> none, bool ignoreCase)
    {
        for (var first = 0; first < all.Count; first++)
        {
            for (var second = first + 1; second < all.Count; second++)
            {
                if (StartsDiffer(all[first], all[second], ignoreCase))
                    return true;
            }
        }
        // Most patterns of policies begin with different services or buckets, which makes the automata unnecessary.
        none = [.. none.Where(pattern => all.All(required => !StartsDiffer(required, pattern, ignoreCase)))];
        if (none.Count == 0 && all.Count == 1)
            return false;
        if (all.All(pattern => pattern.Variable is null))
            return NothingFits(all, none, ignoreCase, variablesAreText: false);

        // A variable can be any text, so a pattern with a variable could match more. Patterns with a variable among
        // those that must not match prove nothing.
        if (NothingFits(all, [.. none.Where(pattern => pattern.Variable is null)], ignoreCase, variablesAreText: true))
            return true;
        // A variable has the same value in all patterns, so it can be treated as a separate letter. But a text can
        // match two patterns with different parts of it in the variable, so they must not run in parallel.
        return all.Any(pattern => NothingFits([pattern], none, ignoreCase, variablesAreText: false));
    }

    private static bool NothingFits(
        IReadOnlyList<PolicyPattern> all, IReadOnlyList<PolicyPattern> none, bool ignoreCase, bool variablesAreText)
    {
        var letters = new PatternLetters(ignoreCase, variablesAreText);
        var automata = all.Concat(none).Select(pattern => new PatternAutomaton(pattern, letters)).ToArray();
        var start = Array.ConvertAll(automata, automaton => automaton.Start);
        var seen = new HashSet<string>(StringComparer.Ordinal) { Key(start) };
        var open = new Stack<string[]>();
        open.Push(start);
        while (open.Count > 0)
        {
            var state = open.Pop();
            if (Fits(automata, state, all.Count))
                return false;
            foreach (var letter in Letters(automata, state, all.Count))
            {
                var next = new string[state.Length];
                var isDead = false;
                for (var index = 0; index < state.Length && !isDead; index++)
                {
                    next[index] = automata[index].Step(state[index], letter);
                    isDead = index < all.Count ? next[index].Length == 0 : automata[index].FitsWhateverFollows(next[index]);
                }
                if (isDead || !seen.Add(Key(next)))
                    continue;
                if (seen.Count > MostStates)
                    return false;
                open.Push(next);
            }
        }
        return true;
    }

    private static bool Fits(PatternAutomaton[] automata, string[] state, int required)
    {
        for (var index = 0; index < state.Length; index++)
        {
            if (automata[index].IsEnd(state[index]) != index < required)
                return false;
        }
        return true;
    }

    // A variable that occurs only in patterns that must not match cannot be part of a text that matches the others.
    private static HashSet<int> Letters(PatternAutomaton[] automata, string[] state, int required)
    {
        var letters = new HashSet<int> { AnyOther };
        for (var index = 0; index < state.Length; index++)
        {
            letters.UnionWith(automata[index].LettersAfter(state[index])
                .Where(letter => index < required || !PatternLetters.IsVariable(letter)));
        }
        return letters;
    }

    private static bool StartsDiffer(PolicyPattern one, PolicyPattern other, bool ignoreCase)
    {
        var length = Math.Min(one.Tokens.Count, other.Tokens.Count);
        for (var index = 0; index < length; index++)
        {
            var (left, right) = (one.Tokens[index], other.Tokens[index]);
            if (left.Wild || right.Wild || left.Variable is not null || right.Variable is not null)
                return false;
            if (PatternLetters.Of(left.Character, ignoreCase) != PatternLetters.Of(right.Character, ignoreCase))
                return true;
        }
        return false;
    }

    private static string Key(string[] state) => string.Join("\uFFFF", state);
}
