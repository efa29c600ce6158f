using Microsoft.CodeAnalysis;

namespace CognitoPools.SdkGenerator.Tests;

public class IncrementalTests
{
    [Theory]
    [InlineData("Client")]
    [InlineData("Constraints")]
    [InlineData("Answers")]
    public void An_edit_of_code_leaves_what_was_generated(string emit)
    {
        var run = new GeneratorRun(emit, TinyModel.Json);
        Assert.All(run.Reasons, reason => Assert.Equal(IncrementalStepRunReason.New, reason));
        run.EditCode();
        Assert.NotEmpty(run.Reasons);
        Assert.All(run.Reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_of_the_model_is_written()
    {
        var run = new GeneratorRun("Client", TinyModel.Json);
        run.EditModel(TinyModel.Json.Replace("\"Spill\"", "\"Splash\"", StringComparison.Ordinal));
        Assert.All(run.Reasons, reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
        Assert.Contains("SplashAsync", run.Sources["TeaRoom.Client.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Client")]
    [InlineData("Constraints")]
    [InlineData("Answers")]
    public void The_same_model_gives_the_same_text_whatever_its_line_ends(string emit)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "service-models"), "*.json"))
        {
            var json = File.ReadAllText(file);
            var first = new GeneratorRun(emit, json);
            var second = new GeneratorRun(emit, json.Replace("\n", "\r\n", StringComparison.Ordinal));
            Assert.Empty(first.Result.Diagnostics);
            Assert.NotEmpty(first.Sources);
            Assert.Equal(first.Sources, second.Sources);
            Assert.All(first.Sources.Values, text => Assert.DoesNotContain('\r', text));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Client", "/elsewhere/readme.md")]
    public void A_file_that_is_not_meant_for_it_is_left_alone(string emit, string path = "/service-models/tea.json")
    {
        var run = new GeneratorRun(emit, TinyModel.Json, path);
        Assert.Empty(run.Sources);
        Assert.Empty(run.Result.Diagnostics);
    }
}
