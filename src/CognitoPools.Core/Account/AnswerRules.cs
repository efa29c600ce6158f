using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>The checks that the generated table of answers is made of.</summary>
internal static class AnswerRules
{
    /// <summary>Whether AWS's own mark of an answer is missing: the request id, which the SDK reads from the header
    /// x-amzn-RequestId and, for IAM and STS, from ResponseMetadata in the XML.</summary>
    public static bool IsUnmarked(AmazonWebServiceResponse answer) =>
        string.IsNullOrEmpty(answer.ResponseMetadata?.RequestId);

    /// <summary>Whether both are there and differ.</summary>
    public static bool IsOther(string? asked, string? answered) =>
        !string.IsNullOrEmpty(asked) && !string.IsNullOrEmpty(answered)
            && !string.Equals(asked, answered, StringComparison.Ordinal);

    /// <summary>Whether the whole value matches a pattern.</summary>
    public static bool Fits(string? value, string form) =>
        value is not null && Regex.IsMatch(value, $@"\A(?:{form})\z", RegexOptions.CultureInvariant);
}
