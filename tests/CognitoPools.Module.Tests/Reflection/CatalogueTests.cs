using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CognitoPools.Module.Tests.Reflection;

/// <summary>Every message of the catalogue reads as sentences, whatever the values.</summary>
[Collection(nameof(BuiltModule))]
public partial class CatalogueTests
{
    private const int LongestQuote = 90;

    private static readonly Type Catalogue = BuiltModule.Cmdlets.Values.First().ImplementingType.Assembly.GetType(
        "CognitoPools.Errors.PoolErrors", throwOnError: true)!;

    public static TheoryData<string> Ids =>
        [.. Catalogue.Assembly.GetType("CognitoPools.Errors.PoolErrorId", throwOnError: true)!.GetEnumNames()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Cause_and_cure_are_whole_sentences(string id)
    {
        // A value can be a sentence of its own, and ends the message then.
        var (message, cure) = Text(id, index => $"Value{index}");
        Assert.Matches(@"\A(?:[A-Z]|-[A-Z]|'|\$)", message);
        Assert.Matches(@"(?:[.]|Value\d)\z", message);
        Assert.Matches(@"\A(?:[A-Z]|-[A-Z]|'|\$)", cure);
        Assert.Matches(@"(?:[.]|Value\d)\z", cure);
        Assert.DoesNotMatch(@"\{\d?\}|  |\.\.", message + cure);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_cure_is_no_part_of_the_cause(string id)
    {
        var (message, cure) = Text(id, index => $"Value{index}");
        Assert.DoesNotMatch(@"(?:\A|[.:;] )(?:Specify|Use|Run|Add|Omit|Choose|Grant|Check|Connect|Create)\b", message);
        Assert.DoesNotContain(message, cure, StringComparison.Ordinal);
        Assert.All(Sentence().Split(cure), sentence => Assert.DoesNotContain(sentence.TrimEnd('.'), message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_empty_value_is_named(string id)
    {
        var quotes = Text(id, index => $"Value{index}").Message.Split("'Value").Length - 1;
        var (message, _) = Text(id, _ => "");
        Assert.DoesNotContain("''", message, StringComparison.Ordinal);
        Assert.Equal(quotes, message.Split("n empty value").Length - 1);
        Assert.DoesNotMatch(@"\Aan ", message);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_long_value_is_shortened(string id)
    {
        var (message, _) = Text(id, _ => new string('x', 500));
        Assert.All(Quoted().Matches(message), quoted => Assert.InRange(quoted.Length, 0, LongestQuote));
    }

    private static (string Message, string Cure) Text(string id, Func<int, string> value)
    {
        var text = Catalogue.GetMethod("Text")!;
        var values = Enumerable.Range(0, 8).Select(value).ToArray();
        var entry = (ITuple)text.Invoke(null, [Enum.Parse(text.GetParameters()[0].ParameterType, id), values])!;
        return ((string)entry[1]!, (string)entry[2]!);
    }

    [GeneratedRegex(@"(?<=\.) ")]
    private static partial Regex Sentence();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
