using Microsoft.CodeAnalysis;

namespace CognitoPools.SdkGenerator.Tests;

/// <summary>What the build says of a service model that cannot be.</summary>
public class BrokenModelTests
{
    [Theory]
    [InlineData(
        "\"Minutes\": \"minutes\"", "\"Minutes\": \"hours\"",
        "shape 'BrewInput' names the shape 'hours', which is not defined.")]
    [InlineData(
        "\"input\": \"BrewInput\"", "\"input\": \"Brew\"",
        "operation 'Brew' names the shape 'Brew', which is not defined.")]
    [InlineData("\"input\": \"BrewInput\"", "\"input\": \"text\"", "operation 'Brew': the input 'text' is not a structure.")]
    [InlineData("{ \"type\": \"timestamp\" }", "{ }", "shape 'moment' has no 'type'.")]
    [InlineData("{ \"type\": \"timestamp\" }", "{ \"type\": \"date\" }", "shape 'moment': 'date' is not a type.")]
    [InlineData("\"member\": \"Cup\"", "\"max\": 2", "shape 'cups' has no 'member'.")]
    [InlineData("\"Kind\": \"cupKind\"", "\"Kind\": \"cups\"", "shape 'Cup' contains itself.")]
    [InlineData(
        "\"required\": [\"Leaf\"]", "\"required\": [\"Water\"]",
        "shape 'BrewInput' requires 'Water', which is not one of its members.")]
    [InlineData("[[\"Leaf\"]]", "[[\"Water\"]]", "operation 'Brew': shape 'BrewInput' has no member 'Water'.")]
    [InlineData("\"Cup.Kind\"", "\"Cup.Size\"", "operation 'Brew': shape 'Cup' has no member 'Size'.")]
    [InlineData(
        "\"asked\": [\"Leaf\"], \"source\": \"taste\"", "\"asked\": [\"Leaf\"]",
        "operation 'Brew': the answer has no 'source'.")]
    [InlineData(
        "\"asked\": [\"Leaf\"], \"source\": \"taste\"", "\"asked\": [\"Cup\"], \"source\": \"taste\"",
        "operation 'Brew': shape 'BrewInput' has no member 'Cup'.")]
    [InlineData(
        "\"Cup.Kind\"",
        "\"Cups\"",
        "operation 'Brew': the answer 'Cups' is a collection, which the official clients read as null when it is empty.")]
    [InlineData(
        "[\"TooHotException\"]", "[\"TooColdException\"]",
        "operation 'Brew' declares the error 'TooColdException', which is not defined.")]
    [InlineData("\"code\": \"TooHot\", ", "", "error 'TooHotException' has no 'code'.")]
    [InlineData("\"service\": \"Tea Room\",", "", "the file has no 'service'.")]
    [InlineData("\"protocol\": \"json\"", "\"protocol\": \"rest-xml\"", "'rest-xml' is not a protocol; use 'json' or 'query'.")]
    public void The_build_names_the_file_the_place_and_the_cause(string right, string wrong, string message)
    {
        Assert.Contains(right, TinyModel.Json, StringComparison.Ordinal);
        var run = new GeneratorRun("Client", TinyModel.Json.Replace(right, wrong, StringComparison.Ordinal));

        var diagnostic = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(("SVC001", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal("tea.json: " + message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("/service-models/tea.json", diagnostic.Location.GetLineSpan().Path);
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("{ \"service\": ")]
    [InlineData("")]
    [InlineData("not JSON")]
    public void What_is_not_JSON_is_named_too(string json)
    {
        var diagnostic = Assert.Single(new GeneratorRun("Client", json).Result.Diagnostics);
        Assert.Equal("SVC001", diagnostic.Id);
        Assert.StartsWith(
            "tea.json: ", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_stands_twice_is_named()
    {
        var twice = TinyModel.Json.Replace(
            "\"text\": { \"type\": \"string\" }",
            "\"text\": { \"type\": \"string\" }, \"text\": { \"type\": \"long\" }", StringComparison.Ordinal);
        var diagnostic = Assert.Single(new GeneratorRun("Client", twice).Result.Diagnostics);
        Assert.Equal(
            "tea.json: 'text' appears twice in 'shapes'.",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Something_else_cannot_be_emitted()
    {
        var diagnostic = Assert.Single(new GeneratorRun("Poetry", TinyModel.Json).Result.Diagnostics);
        Assert.Contains(
            "'Poetry' cannot be emitted",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
