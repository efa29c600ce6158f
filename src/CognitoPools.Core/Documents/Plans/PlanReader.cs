using System.Text.Json;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Documents.Plans;

/// <summary>Reads plans that were written as JSON. The steps are computed from the change, and a file whose steps are others than
/// those is refused: somebody would have reviewed what is not run.</summary>
internal static class PlanReader
{
    /// <summary>The plans of a text: one, or a list of them, also as ConvertTo-Json writes plan objects.</summary>
    /// <param name="text">The JSON.</param>
    /// <exception cref="DocumentFormatException">It is not a plan, or not one that this version reads.</exception>
    /// <exception cref="InvalidSettingException">The service would refuse the desired pool.</exception>
    public static IReadOnlyList<PoolPlan> Read(string text)
    {
        var root = DocumentElement.Parse(text);
        return root.Kind == JsonValueKind.Array ? [.. root.Items().Select(Plan)] : [Plan(root)];
    }

    private static PoolPlan Plan(DocumentElement element)
    {
        if (element.Find(nameof(PoolPlan.Definition)) is { Kind: JsonValueKind.String } definition)
            return Plan(DocumentElement.Parse(definition.Text()));
        CheckKind(element);
        element.Allow(
            "a plan", "kind", "version", "identityPool", "region", "account", "sandbox", "warnings", "steps", "change", "removal");
        var written = (element.Find("change"), element.Find("removal")) switch
        {
            ({ } change, null) => Plan(PlanChangeReader.Change(change)),
            (null, { } removal) => PoolPlanner.Removal(PlanChangeReader.Removal(removal), connection: null),
            (null, null) => throw element.Error("'change' is missing.", "A plan has 'change' or 'removal'."),
            _ => throw element.Error("'change' and 'removal' are both there.", "A plan has one of them."),
        };
        Check(element.Require("identityPool"), written.IdentityPool);
        Check(element.Require("region"), written.Region);
        CheckSteps(element.Require("steps"), written.Steps);
        return written.With(written.Source with
        {
            WrittenAccount = element.Find("account")?.Text(),
            WrittenInSandbox = element.Find("sandbox")?.Flag() ?? false,
        });
    }

    private static PoolPlan Plan(PoolChange change) => PoolPlanner.Plan(change);

    private static void CheckKind(DocumentElement element)
    {
        const string Remedy = "Specify what the method ToJson of a plan returns; -AsPlan makes a plan.";
        if (element.Kind != JsonValueKind.Object || !element.Has("kind"))
            throw element.Error("this is not a plan.", Remedy);
        if (element.Require("kind").Text() is var kind && kind != PlanKeys.Kind)
            throw element.Require("kind").Error($"'{ShownText.Value(kind)}' is not '{PlanKeys.Kind}'.", Remedy);
        var version = element.Require("version");
        if (version.Number() > PlanKeys.Version)
        {
            throw version.Error(
                FormattableString.Invariant($"the plan has version {version.Number()}, and this module reads version {PlanKeys.Version}."),
                "Update the module CognitoPools.");
        }
        if (version.Number() != PlanKeys.Version)
            throw version.Error(FormattableString.Invariant($"must be {PlanKeys.Version}."), "");
    }

    private static void CheckSteps(DocumentElement element, IReadOnlyList<PlanStep> steps)
    {
        List<DocumentElement> written = [.. element.Items()];
        if (written.Count != steps.Count)
            throw Tampered(element, FormattableString.Invariant($"{steps.Count} steps"));
        for (var index = 0; index < steps.Count; index++)
            CheckStep(written[index], steps[index]);
    }

    private static void CheckStep(DocumentElement element, PlanStep step)
    {
        element.Allow("a step", "description", "operation", "target", "canBeUndone", "changes", "documents");
        Check(element.Require("description"), step.Description);
        Check(element.Require("operation"), step.Operation);
        Check(element.Require("target"), step.Target);
        if (element.Require("canBeUndone").Flag() != step.CanBeUndone)
            throw Tampered(element.Require("canBeUndone"), step.CanBeUndone ? "true" : "false");
        List<DocumentElement> changes = [.. element.Find("changes")?.Items() ?? []];
        if (changes.Count != step.Changes.Count)
            throw Tampered(element, FormattableString.Invariant($"{step.Changes.Count} changes"));
        for (var index = 0; index < changes.Count; index++)
            Check(changes[index], step.Changes[index]);
        List<DocumentElement> documents = [.. element.Find("documents")?.Items() ?? []];
        if (documents.Count != step.Documents.Count)
            throw Tampered(element, FormattableString.Invariant($"{step.Documents.Count} documents"));
        for (var index = 0; index < documents.Count; index++)
        {
            documents[index].Allow("a document", "title", "text");
            Check(documents[index].Require("title"), step.Documents[index].Title);
            Check(documents[index].Require("text"), step.Documents[index].Text);
        }
    }

    private static void Check(DocumentElement element, string computed)
    {
        if (PlanChangeReader.Lines(element) != computed)
            throw Tampered(element, $"'{ShownText.Value(computed)}'");
    }

    private static DocumentFormatException Tampered(DocumentElement element, string computed) => element.Error(
        $"the change of the plan gives {computed} here, so the file was edited or another version of the module wrote it.",
        "Make the plan again with -AsPlan, and review it.");
}
