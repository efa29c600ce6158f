using System.Text;
using CognitoPools.SdkGenerator.Emit;
using CognitoPools.SdkGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CognitoPools.SdkGenerator;

/// <summary>Writes code from the files of service-models/. The item of a file says with <c>Emit</c> what a project
/// needs of it.</summary>
[Generator]
public sealed class ServiceModelGenerator : IIncrementalGenerator
{
    /// <summary>The name under which the generator's driver records the files it read.</summary>
    public const string ModelStep = "ServiceModel";

    private const string EmitKey = "build_metadata.AdditionalFiles.Emit";

    private static readonly DiagnosticDescriptor BrokenModel = new(
        "SVC001", "A service model is broken", "{0}: {1}", "ServiceModels", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The step ends with plain strings, which compare by value: what did not change is not parsed or written again.
        var models = context.AdditionalTextsProvider
            .Where(static text => text.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) =>
            {
                var (text, options) = pair;
                return options.GetOptions(text).TryGetValue(EmitKey, out var emit) && emit.Length > 0
                    ? new ModelFile(text.Path, emit, text.GetText(cancellationToken)?.ToString() ?? "")
                    : null;
            })
            .Where(static file => file is not null)
            .WithTrackingName(ModelStep);
        context.RegisterSourceOutput(models, static (output, file) => Write(output, file!));
    }

    private static void Write(SourceProductionContext output, ModelFile file)
    {
        try
        {
            foreach (var source in SourceSet.Of(file.Emit, ModelReader.Read(file.Text)))
                output.AddSource(source.Name, SourceText.From(source.Text, Encoding.UTF8));
        }
        catch (ModelException broken)
        {
            output.ReportDiagnostic(
                Diagnostic.Create(BrokenModel, LocationOf(file.Path), Path.GetFileName(file.Path), broken.Message));
        }
    }

    private static Location LocationOf(string path) => Location.Create(path, default, default);

    private sealed record ModelFile(string Path, string Emit, string Text);
}
