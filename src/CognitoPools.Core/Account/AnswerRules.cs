using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>The checks that the generated table of answers uses.</summary>
internal static class AnswerRules
{
    /// <summary>Whether the request id is missing, which marks an answer of AWS. The SDK reads it from the header
    /// x-amzn-RequestId and, for IAM and STS, from ResponseMetadata in the XML.</summary>
    public static bool IsUnmarked(AmazonWebServiceResponse answer) =>
        string.IsNullOrEmpty(answer.ResponseMetadata?.RequestId);

    /// <summary>Whether both have a value and differ.</summary>
    public static bool IsOther(string? asked, string? answered) =>
        !string.IsNullOrEmpty(asked) && !string.IsNullOrEmpty(answered)
            && !string.Equals(asked, answered, StringComparison.Ordinal);

    /// <summary>Whether the whole value matches a pattern.</summary>
    public static bool Fits(string? value, string form) =>
        value is not null && Regex.IsMatch(value, $@"\A(?:{form})\z", RegexOptions.CultureInvariant);
}
