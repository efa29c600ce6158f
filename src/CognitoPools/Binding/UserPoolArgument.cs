using System.Management.Automation;
using CognitoPools.Audit.Model;
using CognitoPools.Audit.UserPools;
using CognitoPools.Documents;

namespace CognitoPools.Binding;

/// <summary>Descriptions of user pools from other tools: JSON, a file, or an object.</summary>
internal static class UserPoolArgument
{
    private const string Parameter = "UserPool";

    /// <summary>The known facts about the user pools.</summary>
    /// <param name="session">Knows the current folder.</param>
    /// <param name="values">The value from the user.</param>
    /// <exception cref="InvalidSettingException">It cannot be read.</exception>
    public static UserPoolFacts Read(SessionState session, IEnumerable<object?> values)
    {
        var given = values.ToList();
        // The lines of a program's output, or of Get-Content, are one text.
        if (given.Count > 1 && given.TrueForAll(value => Unwrapped.Object(value) is string)
            && Unwrapped.Object(given[0]) is string { Length: > 0 } first && first.TrimEnd() is "{" or "[")
        {
            given = [string.Join("\n", given)];
        }
        var texts = given.ConvertAll(value => Text(session, value));
        try
        {
            return UserPoolReader.Read(texts);
        }
        catch (DocumentFormatException problem)
        {
            throw new InvalidSettingException(Parameter, null, $"{problem.Place}: {problem.Rule}", problem.Remedy);
        }
    }

    private static string Text(SessionState session, object? value) => Unwrapped.Object(value) switch
    {
        null or "" => throw new InvalidSettingException(
            Parameter, null, "must not contain an empty value.",
            "Specify the output of describe-user-pool, describe-user-pool-client or list-groups."),
        string text when text.TrimStart() is ['{' or '[', ..] => text,
        string path => PolicyFile.Read(session, Parameter, path),
        FileInfo file => PolicyFile.Read(session, Parameter, file.FullName),
        { } other => Json(other),
    };

    private static string Json(object value)
    {
        try
        {
            return JsonText.Of(value);
        }
        catch (ArgumentTransformationMetadataException problem)
        {
            throw new InvalidSettingException(Parameter, null, problem.Message, "Specify the JSON, or a file.");
        }
    }
}
