using System.Text.RegularExpressions;

namespace CognitoPools.Account;

/// <summary>The action that AWS refused, as its message names it.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html</remarks>
internal static class DeniedAction
{
    private static readonly Regex Named = new(
        @"not authorized to perform:? (?<action>[a-z0-9-]+:[A-Za-z0-9*]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The action, such as <c>iam:GetRole</c>; null when the message names none.</summary>
    /// <param name="message">The message of the refusal.</param>
    public static string? Of(string message) => Named.Match(message) is { Success: true } found ? found.Groups["action"].Value : null;
}
