using CognitoPools.SdkGenerator.Model;

namespace CognitoPools.SdkGenerator.Emit;

/// <summary>What the answer of each operation must hold to count.</summary>
internal static class AnswerSource
{
    public static Source Of(ServiceModel service) => Source.Of(service, "Answers", $$"""
        #nullable enable

        using Amazon.Runtime;
        using {{service.Namespace}}.Model;

        namespace CognitoPools.Account;

        internal static class {{service.Name}}Answers
        {
            /// <summary>Why the answer does not count, such as 'lacks RequestId'; null when it counts, or when it is another service's.</summary>
            public static string? Problem(AmazonWebServiceRequest request, AmazonWebServiceResponse response) => response switch
            {
        {{Text.Lines(service.Operations.Select(Case))}}
                _ => null,
            };
        }
        """);

    private static string Case(Operation operation)
    {
        var rule = operation.Answer;
        var checks = rule.Members.Select(MemberCheck)
            .Concat(rule.Asked.Select(member => AskedCheck(operation, member)))
            .Concat(rule.Members.Count == 0 ? [MarkCheck(rule.Asked)] : []);
        return $"        {operation.Name}Response answer =>{string.Concat(checks.Select(check => $"\n            {check} :"))}\n"
            + "            null,";
    }

    private static string MemberCheck(AnswerMember member)
    {
        var value = $"answer.{string.Join("?.", member.Path.Select(part => part.Property))}";
        var last = member.Path[member.Path.Count - 1].Shape;
        var name = string.Join(".", member.Path.Select(part => part.Name));
        if (member.Form is { } form)
            return $"!AnswerRules.Fits({value}, {Text.Quote(form)}) ? {Text.Quote($"has no valid {name}")}";
        var isMissing = last.Kind == ShapeKind.String && !last.IsConstant ? $"string.IsNullOrEmpty({value})" : $"{value} is null";
        return $"{isMissing} ? {Text.Quote($"lacks {name}")}";
    }

    private static string AskedCheck(Operation operation, Member member) =>
        $"AnswerRules.IsOther((request as {operation.Name}Request)?.{member.Property}, answer.{member.Property}) ? "
            + Text.Quote($"has another {member.Name} than the request");

    private static string MarkCheck(IReadOnlyList<Member> asked)
    {
        var missing = new[] { "AnswerRules.IsUnmarked(answer)" }
            .Concat(asked.Select(member => $"string.IsNullOrEmpty(answer.{member.Property})"));
        var names = new[] { "RequestId" }.Concat(asked.Select(member => member.Name));
        return $"{string.Join(" && ", missing)} ? {Text.Quote($"lacks {string.Join(" and ", names)}")}";
    }
}
