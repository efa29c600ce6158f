using System.Globalization;
using System.Text;

namespace CognitoPools.Documents.Templates;

/// <summary>Creates unique names.</summary>
/// <param name="comparer">Compares the names.</param>
internal sealed class UniqueNames(StringComparer comparer)
{
    private readonly HashSet<string> taken = new(comparer);

    /// <summary>The name, with a number appended if it is already taken.</summary>
    /// <param name="name">The desired name.</param>
    public string Take(string name)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
            free = name + number.ToString(CultureInfo.InvariantCulture);
        return free;
    }

    /// <summary>The words of a text: sequences of ASCII letters and digits.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text + " ")
        {
            if (character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9')
            {
                word.Append(character);
                continue;
            }
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
        return words;
    }
}
