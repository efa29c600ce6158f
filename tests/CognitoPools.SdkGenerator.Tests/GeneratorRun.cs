using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CognitoPools.SdkGenerator.Tests;

/// <summary>Runs the generator as the compiler does.</summary>
internal sealed class GeneratorRun
{
    private readonly string emit;
    private GeneratorDriver driver;
    private AdditionalText text;
    private Compilation compilation = CSharpCompilation.Create("test");

    public GeneratorRun(string emit, string json, string path = "/service-models/tea.json")
    {
        this.emit = emit;
        text = new ModelText(path, json);
        driver = CSharpGeneratorDriver.Create(
            [new ServiceModelGenerator().AsSourceGenerator()],
            [text],
            optionsProvider: new EmitOptions(emit),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation);
    }

    public GeneratorRunResult Result => driver.GetRunResult().Results.Single();

    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(
            source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Why the outputs of the run were written or not.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons =>
        Result.TrackedOutputSteps.SelectMany(steps => steps.Value)
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason);

    /// <summary>Somebody writes C# elsewhere in the project; the options come anew too, as they do in a build.</summary>
    public void EditCode()
    {
        compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other { }"));
        driver = driver.WithUpdatedAnalyzerConfigOptions(new EmitOptions(emit)).RunGenerators(compilation);
    }

    public void EditModel(string json)
    {
        var edited = new ModelText(text.Path, json);
        driver = driver.ReplaceAdditionalText(text, edited).RunGenerators(compilation);
        text = edited;
    }

    private sealed class ModelText(string path, string json) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(json);
    }

    private sealed class EmitOptions(string emit) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(emit);
    }

    private sealed class Options(string? emit) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = emit ?? "";
            return emit is not null && key == "build_metadata.AdditionalFiles.Emit";
        }
    }
}
