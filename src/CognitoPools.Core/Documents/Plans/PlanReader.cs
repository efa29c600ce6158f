using System.Text.Json;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Documents.Plans;

/// <summary>Reads plans from JSON. The steps are computed from the change. A file with other steps is rejected, because its reviewer
/// saw steps that would not be run.</summary>
internal static class PlanReader
{
    /// <summary>The plans of a text: one or a list of plans, including plan objects written by ConvertTo-Json.</summary>
    /// <param name="text">The JSON.</param>
    /// <exception cref="DocumentFormatException">The text is not a plan, or this version cannot read it.</exception>
    /// <exception cref="InvalidSettingException">The service would reject the desired pool.</exception>
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
            (null, null) => throw element.Error("both 'change' and 'removal' are missing.", "A plan must have one of them."),
            _ => throw element.Error("'change' and 'removal' cannot be used together.", "A plan must have one of them."),
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
        const string Remedy = "Specify the output of the ToJson method of a plan. To make a plan, use -AsPlan.";
        if (element.Kind != JsonValueKind.Object || !element.Has("kind"))
            throw element.Error("this is not a plan.", Remedy);
        if (element.Require("kind").Text() is var kind && kind != PlanKeys.Kind)
            throw element.Require("kind").Error($"the value must be '{PlanKeys.Kind}'; got '{ShownText.Value(kind)}'.", Remedy);
        var version = element.Require("version");
        if (version.Number() > PlanKeys.Version)
        {
            throw version.Error(
                FormattableString.Invariant($"the plan has version {version.Number()}, but this module reads only version {PlanKeys.Version}."),
                "Install a newer version of the module.");
        }
        if (version.Number() != PlanKeys.Version)
            throw version.Error(FormattableString.Invariant($"the version must be {PlanKeys.Version}."), "");
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
        $"the change of the plan results in {computed} here. The file was edited, or another version of the module wrote it.",
        "Make the plan again with -AsPlan, and review it.");
}
