using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Patterns as users type them, regardless of case and culture.</summary>
internal static class Wildcard
{
    /// <summary>The pattern.</summary>
    /// <param name="parameter">The parameter that contains it.</param>
    /// <param name="text">The user's text.</param>
    /// <exception cref="InvalidSettingException">The engine cannot read it, as with a bracket that is not closed.</exception>
    public static WildcardPattern Of(string parameter, string text)
    {
        var pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        try
        {
            // The engine reads a pattern when it is used for the first time.
            pattern.IsMatch("");
            return pattern;
        }
        catch (WildcardPatternException)
        {
            throw new InvalidSettingException(
                parameter, text, "is not a valid wildcard pattern.",
                "Close the bracket, as in 'dev-[ab]*', or put a backtick before a literal bracket.");
        }
    }
}
